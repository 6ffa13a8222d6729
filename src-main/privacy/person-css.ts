/** How everything that is held on a person is set on paper: to be read, by them. */
export const PERSON_CSS = `
body { margin: 0; font: 10.5pt/1.45 var(--sans); color: #1c2330; overflow-wrap: anywhere; }
header { padding-block-end: 4mm; border-block-end: 1.5pt solid #12564c; }
.store { font-size: 15pt; font-weight: 750; color: #12564c; }
h1 { margin: 8mm 0 1mm; font-size: 20pt; line-height: 1.2; }
h2 { margin: 9mm 0 0; padding-block-start: 4mm; border-block-start: 0.75pt solid #c9beac; font-size: 14pt;
  break-after: avoid; }
h3 { margin: 5mm 0 1mm; font-size: 11pt; color: #12564c; break-after: avoid; }
p { margin: 0 0 1mm; }
.soft { color: #5a6272; font-size: 9pt; font-weight: 400; }
.lines, pre { white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
.customer, .shop { margin-block: 0 2.5mm; break-inside: avoid; }
.customer { padding-inline-start: 4mm; border-inline-start: 1mm solid #12564c; break-inside: auto; }
.customer .lines { font: 12pt/1.45 var(--words); }
pre { margin: 0; padding: 3mm; border: 0.5pt solid #c9beac; font: 8.5pt/1.4 var(--sans); }
`;
