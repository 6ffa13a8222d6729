/** How a letter looks on paper: the shop's voice in the sans, the customer's in the serif with the pine bar. */
export const LETTER_CSS = `
* { box-sizing: border-box; }
body { margin: 0; color: #1c2330; font: 10.5pt/1.5 var(--sans); overflow-wrap: anywhere; }
p, h1, h2, ul, li { margin: 0; padding: 0; }
ul { list-style: none; }

header { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm;
  padding-block-end: 4mm; border-block-end: 1.5pt solid #12564c; }
.store { font-size: 17pt; font-weight: 750; line-height: 1.15; color: #12564c; letter-spacing: -0.01em; }
:lang(ar) .store { letter-spacing: 0; }
.contact { text-align: end; font-size: 9pt; line-height: 1.4; color: #5a6272; }

aside { margin-block-start: 5mm; padding: 3mm 4mm; border-radius: 2mm; background: #fbf0da; color: #8a5a00;
  font-size: 9.5pt; }
aside strong { margin-inline-end: 1.5mm; }

.head { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm;
  margin-block: 11mm 10mm; }
address { font-style: normal; line-height: 1.4; min-block-size: 18mm; }
.date { white-space: nowrap; color: #5a6272; }

.reference { font-size: 9pt; font-weight: 650; color: #5a6272; }
h1 { margin-block: 1mm 6mm; font-size: 15pt; font-weight: 700; line-height: 1.25; text-align: start;
  text-wrap: balance; }

section { margin-block-start: 7mm; }
section.opening { margin-block-start: 0; }
h2 { margin-block-end: 1mm; font-size: 11.5pt; font-weight: 700; color: #12564c; line-height: 1.3;
  break-after: avoid; }
.prose { margin-block-end: 2.5mm; white-space: pre-line; text-align: start; orphans: 3; widows: 3; }
section:has(ul) .prose:last-of-type { break-after: avoid; }

li { break-inside: avoid; }
.text { text-align: start; white-space: pre-wrap; unicode-bidi: plaintext; orphans: 3; widows: 3; }
.line { unicode-bidi: plaintext; }
:root[dir='rtl'] :is(.line, .shop .text) { text-align: right; }
:root[dir='ltr'] :is(.line, .shop .text) { text-align: left; }
:root[dir='rtl'] .contact .line { text-align: left; }
:root[dir='ltr'] .contact .line { text-align: right; }
.notes { font-size: 8.5pt; color: #5a6272; line-height: 1.4; }
.notes span:not(:last-child)::after { content: ' · '; }

.customer { margin-block-start: 3mm; padding-inline-start: 5mm; border-inline-start: 1.2mm solid #12564c;
  box-decoration-break: clone; }
.customer .text { font: 12pt/1.5 var(--words); }
.customer .notes { margin-block-start: 1mm; }
.words .customer { break-inside: auto; }
.words .customer .text { font-size: 13pt; }
.words .shop { margin-block-start: 3mm; }

.shop { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 6mm; align-items: baseline;
  padding-block: 1.6mm; border-block-end: 0.5pt solid #e4dccf; }
.shop .notes { text-align: end; }
.tried .customer, .similar .customer { margin-block-start: 2.5mm; }
.tried .customer .text, .similar .customer .text { font-size: 11.5pt; line-height: 1.4; }

.understanding .shop { display: block; padding: 3.5mm 5mm; border: 0; border-radius: 2mm; background: #faf6ef; }
.understanding .shop .notes, .asked .shop .notes { text-align: start; margin-block-start: 1mm; }
.asked .shop { display: block; padding: 4mm 5mm; border: 0.8pt solid #12564c; border-radius: 2mm; background: #e3efec; }
.asked .shop .text { font-size: 12pt; font-weight: 600; line-height: 1.45; }
.asked .shop .notes { font-size: 10pt; color: #12564c; font-weight: 600; }

.closing { break-inside: avoid; break-after: avoid; }
footer { margin-block-start: 14mm; line-height: 1.4; break-inside: avoid; break-before: avoid; }
footer p:first-child { font-weight: 700; }
`;
