import { type Command, Option } from "commander";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { describeDifferences } from "../../../lib/fidelity/describe-differences";
import { ARTICLE_FORMATS, type ArticleFormat } from "../../../lib/ingest/article-formats";
import type { FileArticle, ImportedFile } from "../../../lib/ingest/parse-file";
import { titleOf } from "../../../lib/ingest/title-of";
import { type ClaimOutcomes, OUTCOME_KINDS } from "../../../lib/versions/claim-outcomes";
import { words } from "../../../lib/words/words";
import { readSettings } from "../../steps/read-settings";
import { CommandError } from "../command-error";
import { findImporter } from "../find-importer";
import { readArticleFile } from "../read-article-file";
import { withDatabase } from "../with-database";

interface Options {
  title?: string;
  byline?: string;
  publisher?: string;
  publishedOn?: string;
  sourceUrl?: string | undefined;
  language?: string;
  format?: ArticleFormat;
  as?: string;
  newVersion?: true;
  dryRun?: true;
  json?: true;
}

/** `import` */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("import an article from a file or an address; the options override the details found in it")
    .argument(
      "<file|url>",
      "plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, EML, MHTML or PDF; - reads standard input",
    )
    .option("--title <title>", "its title")
    .option("--byline <byline>", "its authors")
    .option("--publisher <publisher>", "its publisher")
    .option("--published-on <day>", "the date it was published, such as 2024-05-17")
    .option("--source-url <address>", "the address it was published at")
    .option("--language <tag>", "its language, such as en or de")
    .addOption(new Option("--format <format>", "the format of a text file").choices(ARTICLE_FORMATS))
    .option("--as <email>", "the person to import it as; default: the only administrator")
    .option("--new-version", "if the desk already has the article, add this as its new version")
    .option(
      "--dry-run",
      "show what would be imported, without storing it; with --new-version, what happens to the claims as well",
    )
    .option("--json", "print JSON")
    .action(async (path: string, options: Options) => {
      const file = await readArticleFile(path);
      const article = await parseSafely({ ...file, format: options.format });
      const described = describeArticle(article, options);
      for (const note of described.notes) console.error(note);
      const origin = { ...options, sourceUrl: options.sourceUrl ?? file.address };
      if (options.dryRun) {
        const newVersion = options.newVersion ? await previewVersion(article, described, origin) : null;
        return show(described, newVersion, options.json === true);
      }
      const imported = await store(article, described, origin);
      if (options.json) return console.log(JSON.stringify(imported));
      console.log(imported.slug);
      console.error(`The article is on the desk: ${readSettings().publicUrl}/desk/articles/${imported.id}`);
    });
}

/** The article's details: from the options, or the metadata of the page; the title falls back to the start of the text. */
function describeArticle(article: FileArticle, options: Options) {
  const { text, metadata } = article;
  return {
    title: options.title ?? titleOf(article),
    byline: options.byline ?? metadata.byline ?? null,
    publisher: options.publisher ?? metadata.publisher ?? null,
    publishedAt: options.publishedOn ?? /^\d{4}-\d{2}-\d{2}/.exec(metadata.publishedAt ?? "")?.[0] ?? null,
    language: options.language ?? metadata.language ?? null,
    text,
    notes: [...article.notes, ...describeDifferences(article.differences)],
  };
}

/** Parses an article in its own process: an untrusted file can make its parser hang or crash. */
async function parseSafely(file: ImportedFile): Promise<FileArticle> {
  const read = await runInChildProcess("parse-file", file);
  if (!read.ok) throw new CommandError(describeIsolationFailure(file.name, read.error));
  if (!read.value.ok) throw new CommandError(read.value.error.message);
  const parsed = read.value.value;
  if (parsed.kind === "article") return parsed.article;
  for (const { address, title } of parsed.list.entries) console.log(title ? `${address}  ${title}` : address);
  throw new CommandError("This is a list of articles. Import one of the addresses above.");
}

/** What a new version would do to the claims of the article that the desk already has. */
interface VersionPreview {
  slug: string;
  outcomes: ClaimOutcomes["counts"];
  claims: ClaimOutcomes["claims"];
}

function show(
  described: ReturnType<typeof describeArticle>,
  newVersion: VersionPreview | null,
  json: boolean,
): void {
  if (json) {
    console.log(JSON.stringify({ ...described, ...(newVersion && { newVersion }) }));
    return;
  }
  const { text, notes: _shown, ...known } = described;
  for (const [name, value] of Object.entries(known)) console.log(`${name}: ${value ?? "not known"}`);
  if (newVersion) showClaims(newVersion);
  console.log(`\n${text}`);
}

/** The counts of claims by outcome, then the claims that will need an editor. */
function showClaims({ slug, outcomes, claims }: VersionPreview): void {
  const t = words("versions");
  const all = OUTCOME_KINDS.reduce((sum, kind) => sum + outcomes[kind], 0);
  console.log(`new version of: ${slug}\n\n${t("replace.counts", { ...outcomes, all })}`);
  for (const kind of ["orphaned", "changed"] as const) {
    if (outcomes[kind] > 0) console.log(`\n${t(`replace.outcome.${kind}`, { count: outcomes[kind] })}`);
    for (const { before, after, ...claim } of claims[kind])
      console.log(`  ${t("replace.claim", claim)}\n    ${after === null ? before : `${before} → ${after}`}`);
    const more = outcomes[kind] - claims[kind].length;
    if (more > 0) console.log(`  ${t("replace.more", { count: more })}`);
  }
}

const NOT_KNOWN = "The desk does not have this article yet. Remove --new-version.";

async function previewVersion(
  { doc, metadata }: FileArticle,
  { text }: ReturnType<typeof describeArticle>,
  options: Options,
): Promise<VersionPreview> {
  return withDatabase(async () => {
    const { findExistingArticle } = await import("@/lib/workflows/articles/read-import");
    const { previewReplacement } = await import("@/lib/workflows/articles/preview-replacement");
    const known = await findExistingArticle(options.sourceUrl ?? metadata.canonicalUrl ?? null, text);
    if (!known) throw new CommandError(NOT_KNOWN);
    const previewed = await previewReplacement(await findImporter(options.as), {
      articleId: known.id,
      versionId: known.versionId,
      content: { format: "document", value: doc },
    });
    if (!previewed.ok) throw new CommandError(previewed.error.message);
    return { slug: known.slug, outcomes: previewed.value.counts, claims: previewed.value.claims };
  });
}

async function store(
  { doc, metadata }: FileArticle,
  described: ReturnType<typeof describeArticle>,
  options: Options,
) {
  return withDatabase(async () => {
    const { createArticle } = await import("@/lib/workflows/articles/create-article");
    const { findExistingArticle } = await import("@/lib/workflows/articles/read-import");
    const { replaceText } = await import("@/lib/workflows/articles/replace-text");
    const { title, publishedAt, text, notes: _shown, ...details } = described;
    const importer = await findImporter(options.as);
    const sourceUrl = options.sourceUrl ?? metadata.canonicalUrl ?? null;
    const content = { format: "document", value: doc } as const;
    const known = await findExistingArticle(sourceUrl, text);
    if (known && options.newVersion) {
      const replaced = await replaceText(importer, {
        articleId: known.id,
        versionId: known.versionId,
        content,
      });
      if (!replaced.ok) throw new CommandError(replaced.error.message);
      return { id: known.id, slug: known.slug, version: replaced.value.version };
    }
    if (known)
      console.error(
        `The desk already has this article: ${known.title}. Use --new-version to add this as a new version of it.`,
      );
    if (options.newVersion) throw new CommandError(NOT_KNOWN);
    const imported = await createArticle(importer, {
      ...details,
      title: title ?? "",
      publishedOn: publishedAt?.slice(0, 10) ?? null,
      sourceUrl,
      content,
    });
    if (!imported.ok) throw new CommandError(imported.error.message);
    return imported.value;
  });
}
