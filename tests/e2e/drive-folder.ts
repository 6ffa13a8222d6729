import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { photo, withExif } from '../unit/files/pictures.ts';

/** Where the telephone wrote that its photo was taken. */
export const PLACE = '60.1699 N 24.9384 E';
/** One page of A4 that says `Receipt 42`. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 43>>stream
BT /F 24 Tf 72 760 Td (Receipt 42) Tj ET   
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

/** Puts a stick with a camera's folder, a receipt, a text and something hostile into a folder for drives. */
export async function plugInStick(drivesFolder: string): Promise<void> {
  const stick = join(drivesFolder, 'CAMERA');
  await mkdir(join(stick, 'DCIM', '100IMAGE'), { recursive: true });
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'DCIM/100IMAGE/IMG_1.jpg': withExif(photo({ width: 1_200, height: 900 }), PLACE),
    'DCIM/100IMAGE/IMG_2.png': photo({ width: 900, height: 700, type: 'image/png' }),
    'receipt.pdf': PDF,
    'note.txt': 'The serial number is under the lid.',
    'program.jpg': '\u007fELF\u0000\u0001',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(stick, name), content);
}
