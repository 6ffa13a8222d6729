import type { Backups } from '../backup/backup-service.ts';
import type { AskedErasure } from '../backup/erasure-list.ts';
import type { DemoPeople, StaffHealth } from '../contract/api.ts';
import type { Instant } from '../domain/brand.ts';
import type { BackupId } from '../domain/backup.ts';
import type { Result } from '../domain/result.ts';
import type { ExportShelf } from '../exports/export-shelf.ts';
import type { CameraGrant } from '../camera-grant.ts';
import type { ClaimFiles } from '../files/claim-files.ts';
import type { PagePicture } from '../pdf/page-pictures.ts';
import type { PdfMaker } from '../pdf/pdf-maker.ts';
import type { PaperService } from '../print/paper-service.ts';
import type { PersonFiles } from '../privacy/person-files.ts';
import type { Printers } from '../print/printers.ts';
import type { SpaceKeeper } from '../store/space-keeper.ts';
import type { Health } from './health.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Stores } from './stores.ts';

/** What the handlers work with. */
export interface HandlerParts {
  readonly settings: LiveSettings;
  /** The store's printers; the first prints the tickets. */
  readonly printers: Printers;
  readonly stores: Result<
    Stores,
    { readonly reason: NonNullable<StaffHealth['outOfService']>; readonly detail: string }
  >;
  /** Photos and files of claims; null where there is no database. */
  readonly claimFiles: ClaimFiles | null;
  /** Null where there is no database to back up. */
  readonly backups: Backups | null;
  /** Null where there is no database: then nothing can be judged but what is out of service. */
  readonly health: Health | null;
  readonly space: Pick<SpaceKeeper, 'look'>;
  readonly paper: PaperService;
  /** The picture that heads the slips. */
  readonly letterhead: { readonly digest: () => string | undefined; readonly problem: () => string | null };
  /** Ends the app, and puts that backup in place at the start that follows. */
  readonly restore: (order: { readonly wanted: BackupId; readonly detail: string }) => void;
  /** Where staff take files out. */
  readonly shelf: ExportShelf;
  /** The leave to use the camera. */
  readonly camera: Pick<CameraGrant, 'give'>;
  /** Returns the hash of a PIN, away from the main thread. */
  readonly hashPin: (pin: string) => Promise<string>;
  /** Files on the kiosk's own disk that hold what somebody said. */
  readonly personFiles: PersonFiles;
  /** The write-ahead log still holds what was erased, since somebody read: it is cut off as soon as nobody does. */
  readonly cutLogSoon: () => void;
  /** Puts an erasure on the list that no restored backup takes back. */
  readonly rememberErasure: (erasure: AskedErasure) => void;
  /** Makes PDFs, and shows them to who has nothing that shows PDFs. */
  readonly pages: Pick<PdfMaker, 'make'> & {
    readonly pictures: (pdf: Uint8Array) => Promise<readonly PagePicture[]>;
  };
  readonly now: () => Instant;
  /** Returns a new UUIDv7. */
  readonly newId: () => string;
  /** Tells the window how far a search for printers is. */
  readonly onSearching: (progress: { readonly asked: number; readonly of: number }) => void;
  /** Tells the window that a claim was taken or changed. */
  readonly onClaimsChanged: () => void;
  /** Who works in this demo; null in a store. */
  readonly demo: DemoPeople | null;
  readonly about: Pick<StaffHealth, 'version' | 'runtime' | 'testBuild' | 'dataFolder' | 'settingsProblem'>;
}

/** What the handlers work with once there is a database. */
export type ServingParts = Omit<HandlerParts, 'stores' | 'backups' | 'claimFiles' | 'health'> & {
  readonly stores: Stores;
  readonly claimFiles: ClaimFiles;
  readonly backups: Backups;
  readonly health: Health;
};
