import { type Command, Option } from "commander";
import type { DocumentNode } from "../../../lib/document/document";
import { ARTICLE_FORMATS, type ArticleFormat, type ParsedArticle } from "../../../lib/ingest/parse-article";
import { parseFile } from "../../../lib/ingest/parse-file";
import type { Actor } from "../../../lib/policies/actor";
import { readSettings } from "../../steps/read-settings";
import { CommandError } from "../command-error";
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
  dryRun?: true;
  json?: true;
}

/** `import` */
export function addImport(program: Command): void {
  program
    .command("import")
    .description(
      "bring in an article from a file or an address; what its head says of it may be corrected by the options",
    )
    .argument("<file|url>", "plain text, Markdown, HTML, DOCX or PDF; - reads standard input")
    .option("--title <title>")
    .option("--byline <byline>")
    .option("--publisher <publisher>")
    .option("--published-on <day>", "when it appeared, as 2024-05-17")
    .option("--source-url <address>", "where it appeared")
    .option("--language <tag>", "its language, as en or de")
    .addOption(new Option("--format <format>", "what a text file holds").choices(ARTICLE_FORMATS))
    .option("--as <email>", "the person who brings it in; the administrator, where there is one only")
    .option("--dry-run", "show what would come in, and store nothing")
    .option("--json", "print JSON")
    .action(async (file: string, options: Options) => {
      const given = await readArticleFile(file);
      const parsed = await parseFile({ ...given, format: options.format });
      if (!parsed.ok) throw new CommandError(parsed.error.message);
      for (const note of parsed.value.notes) console.error(note);
      const described = describeArticle(parsed.value, options);
      if (options.dryRun) return show(described, options.json === true);
      const imported = await store(parsed.value, described, { sourceUrl: given.address, ...options });
      if (options.json) return console.log(JSON.stringify(imported));
      console.log(imported.slug);
      console.error(`The article is in the desk: ${readSettings().publicUrl}/desk/articles/${imported.id}`);
    });
}

/** What an article is known by: the options, else the head of the page, else for the title how the text begins. */
function describeArticle({ doc, text, metadata }: ParsedArticle, options: Options) {
  return {
    title: options.title ?? metadata.title ?? firstHeading(doc) ?? shortFirstLine(text),
    byline: options.byline ?? metadata.byline ?? null,
    publisher: options.publisher ?? metadata.publisher ?? null,
    publishedAt: options.publishedOn ?? metadata.publishedAt ?? null,
    language: options.language ?? metadata.language ?? null,
    text,
  };
}

/** A first line that could be a headline; a whole paragraph is none. */
function shortFirstLine(text: string): string | null {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length <= 150 ? line : null;
}

function firstHeading(doc: DocumentNode): string | undefined {
  const heading = doc.content?.find((node) => node.type === "heading");
  return (
    heading?.content
      ?.map((node) => node.text ?? " ")
      .join("")
      .trim() || undefined
  );
}

function show(described: ReturnType<typeof describeArticle>, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(described));
    return;
  }
  const { text, ...known } = described;
  for (const [name, value] of Object.entries(known)) console.log(`${name}: ${value ?? "not known"}`);
  console.log(`\n${text}`);
}

async function store(
  { doc, metadata }: ParsedArticle,
  described: ReturnType<typeof describeArticle>,
  options: Options,
) {
  return withDatabase(async () => {
    const { importArticle } = await import("../../../lib/workflows/import-article");
    const { title, publishedAt, text: _, ...details } = described;
    const imported = await importArticle(await findImporter(options.as), {
      ...details,
      title: title ?? "",
      publishedOn: publishedAt?.slice(0, 10) ?? null,
      sourceUrl: options.sourceUrl ?? metadata.canonicalUrl ?? null,
      content: { format: "document", value: doc },
    });
    if (!imported.ok) throw new CommandError(imported.error.message);
    return imported.value;
  });
}

async function findImporter(email: string | undefined): Promise<Actor> {
  const { findUserByEmail, listUsers } = await import("../../../lib/db/users");
  if (email) {
    const user = await findUserByEmail(email);
    if (!user || user.disabled)
      throw new CommandError(`Nobody signs in as ${email}. Give the address of a person of the desk.`);
    return user;
  }
  const [only, another] = (await listUsers()).filter(
    (user) => user.role === "administrator" && !user.disabled,
  );
  if (!only || another)
    throw new CommandError("Say who brings it in: --as with the address of a person of the desk.");
  return only;
}
