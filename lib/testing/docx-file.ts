import { zipSync } from "fflate";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(" ");
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes a DOCX file. @param body the content of w:body @param parts the content of other parts' roots, by name: `styles: "<w:style …"` */
export function docxFile(
  body: string,
  {
    core,
    links = {},
    ...parts
  }: {
    styles?: string;
    numbering?: string;
    footnotes?: string;
    endnotes?: string;
    comments?: string;
    /** Which comments answer which. */
    commentsExtended?: string;
    settings?: string;
    header?: string;
    /** The content of docProps/core.xml. */
    core?: string;
    /** Addresses by the id of their relationship. */
    links?: Record<string, string>;
  } = {},
): Uint8Array {
  const root: Record<string, string> = { header: "hdr" };
  const named = Object.entries(parts).filter(([, content]) => content !== undefined);
  const files: Record<string, string> = {
    "_rels/.rels": relationships([
      ["d", "officeDocument", "word/document.xml"],
      ...(core ? [["c", "metadata/core-properties", "docProps/core.xml"] as const] : []),
    ]),
    "word/document.xml": `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(
      named.map(([name]) => [name, name, `${name}.xml`] as const),
      links,
    ),
    ...Object.fromEntries(
      named.map(([name, content]) => [
        `word/${name}.xml`,
        `<w:${root[name] ?? name} ${NAMESPACES}>${content}</w:${root[name] ?? name}>`,
      ]),
    ),
    ...(core && {
      "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
    }),
  };
  return packed(files);
}

/** Packs texts into a ZIP file, in this order. */
export function packed(files: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, new TextEncoder().encode(content)]),
    ),
  );
}

function relationships(
  parts: readonly (readonly [id: string, type: string, target: string])[],
  links: Record<string, string> = {},
): string {
  const lines = [
    ...parts.map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    ),
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
  ];
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

/** A paragraph. @param runs runs, or their text */
export function paragraph(runs: string, properties = ""): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.startsWith("<") ? runs : run(runs)}</w:p>`;
}

/** A run of text. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A field, such as a number that Word counts. @param result what Word shows; empty for a field that was never updated */
export const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** An equation. */
export const equation = (content: string) => `<m:oMath>${content}</m:oMath>`;
