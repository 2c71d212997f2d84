import { strToU8, zipSync } from "fflate";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { insertSnapshot } from "@/lib/db/snapshots";
import { findSource, recordLinkState } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { ok } from "@/lib/result";
import { makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { ATTACHMENT_LIMIT, addAttachment, getAttachment } from "./attachments";
import { checkSourceExcerpt } from "./copies/check-source-excerpt";
import { getCopy } from "./copies/get-copy";
import { createSource } from "./create-source";
import { deleteSource } from "./delete-source";
import { sourceMergedInto } from "./follow-merges";
import { getSource } from "./get-source";
import { previewCitations } from "./import-sources";
import { mergeSources } from "./merge-sources";
import { updateSource } from "./update-source";

withTestDatabase();

type Cited = NonNullable<NonNullable<Parameters<typeof makeClaim>[0]>["evidence"]>[number]["source"];

/** A source that one claim cites. */
async function citedSource(source: Cited & { title: string }) {
  const claim = await makeClaim({ evidence: [{ stance: "supports", source }] });
  const id = claim.evidence[0]?.source.id ?? "";
  return must(await getSource(await makePerson(), { id })).source;
}

const address = () => `https://example.org/${crypto.randomUUID()}`;

/** A copy of a source's page, with some text. */
async function keep(sourceId: string, text: string) {
  return must(
    await inTransaction(async (tx) =>
      ok(
        await insertSnapshot(tx, {
          sourceId,
          url: address(),
          title: null,
          text,
          body: new TextEncoder().encode(text),
          mediaType: "text/plain",
          bodyHash: "0".repeat(64),
          takenById: null,
        }),
      ),
    ),
  );
}

describe("merging", () => {
  test("what the one lacks comes from the other, with its claims and copies", async () => {
    const editor = await makePerson();
    const one = await citedSource({ title: "One" });
    const url = address();
    const other = await citedSource({ title: "Other", url, publisher: "Office", primary: true });
    await keep(other.id, "Its text.");
    must(await mergeSources(editor, { keepId: one.id, dropId: other.id }));
    const whole = must(await getSource(editor, { id: one.id }));
    expect(whole.source).toMatchObject({ title: "One", url, publisher: "Office", primary: true });
    expect(whole.uses).toHaveLength(2);
    expect(whole.shown?.text).toBe("Its text.");
    expect(await findSource(undefined, other.id)).toBeNull();
  });

  test("what is known of the link comes with the address", async () => {
    const editor = await makePerson();
    const one = await citedSource({ title: "One" });
    const other = await citedSource({ title: "Other", url: address() });
    await recordLinkState(other.id, {
      linkState: "gone",
      linkNote: "It answered 404.",
      linkCheckedAt: new Date(),
    });
    must(await mergeSources(editor, { keepId: one.id, dropId: other.id }));
    expect(await findSource(undefined, one.id)).toMatchObject({
      url: other.url,
      linkState: "gone",
      linkNote: "It answered 404.",
      linkCheckedAt: expect.any(String),
    });
  });

  test("citing the address or DOI of a merged source cites the one that it was merged into", async () => {
    const editor = await makePerson();
    const [last, middle, first] = [
      await citedSource({ title: "Last", url: address() }),
      await citedSource({ title: "Middle", url: address() }),
      await citedSource({ title: "First", url: address() }),
    ];
    const doi = `10.5555/${crypto.randomUUID()}`;
    must(await updateSource(editor, { ...first, doi }));
    must(await mergeSources(editor, { keepId: middle.id, dropId: first.id }));
    must(await mergeSources(editor, { keepId: last.id, dropId: middle.id }));
    for (const url of [first.url, middle.url])
      expect((await citedSource({ title: "Again", url: url ?? "" })).id).toBe(last.id);
    const bibtex = `@article{a, title = {Of the DOI}, doi = {${doi}}}
      @misc{b, title = {Of the address}, url = {${middle.url}}}`;
    const preview = must(await previewCitations(editor, { text: bibtex }));
    expect(preview.entries.map(({ known }) => known?.id)).toEqual([last.id, last.id]);
    expect(must(await createSource(editor, { title: "By DOI", kind: "article", doi })).source.id).toBe(
      last.id,
    );
    const now = must(await getSource(editor, { id: last.id })).source;
    must(await updateSource(editor, { ...now, confidential: true, publicDescription: "An official." }));
    // It can no longer be found by a former address.
    expect((await citedSource({ title: "Again", url: middle.url ?? "" })).id).not.toBe(last.id);
  });

  test("a form that was opened before finds the source where it went, and so does its address", async () => {
    const editor = await makePerson();
    const [one, other, last] = [
      await citedSource({ title: "One" }),
      await citedSource({ title: "Other" }),
      await citedSource({ title: "Last" }),
    ];
    must(await mergeSources(editor, { keepId: other.id, dropId: one.id }));
    must(await mergeSources(editor, { keepId: last.id, dropId: other.id }));
    const claim = await makeClaim({
      author: editor,
      evidence: [{ stance: "supports", source: { id: one.id } }],
    });
    expect(claim.evidence[0]?.source.id).toBe(last.id);
    expect(must(await sourceMergedInto(editor, { id: one.id }))).toEqual({ id: last.id });
  });

  test("two that merge the same two at once, each into the other, leave one with everything", async () => {
    const editor = await makePerson();
    const one = await citedSource({ title: "One" });
    const other = await citedSource({ title: "Other" });
    const both = await Promise.all([
      mergeSources(editor, { keepId: one.id, dropId: other.id }),
      mergeSources(editor, { keepId: other.id, dropId: one.id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const left = (await findSource(undefined, one.id)) ?? (await findSource(undefined, other.id));
    expect(must(await getSource(editor, { id: left?.id ?? "" })).uses).toHaveLength(2);
  });

  test("a confidential source and an open one stay apart, and a checker merges nothing", async () => {
    const open = await citedSource({ title: "Open" });
    const hidden = await citedSource({ title: "Hidden", confidential: true });
    expect(await mergeSources(await makePerson(), { keepId: open.id, dropId: hidden.id })).toMatchObject({
      ok: false,
    });
    const checker = await makePerson({ role: "checker" });
    expect(await mergeSources(checker, { keepId: open.id, dropId: hidden.id })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});

describe("editing", () => {
  const fieldsOf = ({ id, revision, url, title, kind }: Awaited<ReturnType<typeof citedSource>>) => ({
    id,
    revision,
    url,
    title,
    kind,
  });

  test("the later of two edits gets a conflict, and an address that another source has is refused", async () => {
    const editor = await makePerson();
    const source = await citedSource({ title: "One", url: address() });
    const other = await citedSource({ title: "Other", url: address() });
    must(await updateSource(editor, { ...fieldsOf(source), title: "New title" }));
    expect(await updateSource(editor, { ...fieldsOf(source), title: "Another" })).toMatchObject({
      error: { kind: "stale", current: { title: "New title" } },
    });
    expect(await updateSource(editor, { ...fieldsOf(source), revision: 2, url: other.url })).toMatchObject({
      error: { kind: "invalid", fields: { url: [expect.stringContaining("Merge")] } },
    });
  });

  test("what was found at an address is not said of another", async () => {
    const editor = await makePerson();
    const source = await citedSource({ title: "One", url: address() });
    await recordLinkState(source.id, {
      linkState: "gone",
      linkNote: "It answered 404.",
      linkCheckedAt: new Date(),
    });
    const same = must(await updateSource(editor, { ...fieldsOf(source), title: "New title" }));
    expect(same).toMatchObject({ linkState: "gone" });
    const moved = must(await updateSource(editor, { ...fieldsOf(same), url: address() }));
    expect(moved).toMatchObject({ linkState: "unchecked", linkNote: null, linkCheckedAt: null });
  });

  test("a checker may hide who a source is, and not show it", async () => {
    const checker = await makePerson({ role: "checker" });
    const source = await citedSource({ title: "Somebody", url: address() });
    const hidden = must(await updateSource(checker, { ...fieldsOf(source), confidential: true }));
    expect(await updateSource(checker, { ...fieldsOf(hidden), confidential: false })).toMatchObject({
      error: { kind: "forbidden" },
    });
    must(await updateSource(await makePerson(), { ...fieldsOf(hidden), confidential: false }));
  });

  test("a source that a claim uses is not removed", async () => {
    const source = await citedSource({ title: "Used" });
    expect(await deleteSource(await makePerson(), { id: source.id })).toMatchObject({
      error: { kind: "invalid" },
    });
  });
});

describe("files", () => {
  const frames = ["red", "green", "blue"].map((background) => ({
    create: { width: 60, height: 40, channels: 3 as const, background },
  }));
  const still = (turn: (picture: Sharp) => Sharp) => turn(sharp(frames[0])).toBuffer();
  const moving = async (turn: (picture: Sharp) => Sharp) => {
    const drawn = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
    return turn(sharp(drawn, { join: { animated: true } })).toBuffer();
  };

  test.each<[string, () => Promise<Uint8Array>, { name: string; mediaType: string; pages?: number }]>([
    ["photo.avif", () => still((it) => it.avif()), { name: "photo.jpg", mediaType: "image/jpeg" }],
    [
      "photo.jpeg",
      () => still((it) => it.toColourspace("cmyk").jpeg()),
      { name: "photo.jpeg", mediaType: "image/jpeg" },
    ],
    [
      "deep.png",
      () => still((it) => it.toColourspace("rgb16").png()),
      { name: "deep.png", mediaType: "image/png" },
    ],
    ["moves.gif", () => moving((it) => it.gif()), { name: "moves.gif", mediaType: "image/gif", pages: 3 }],
    [
      "moves.webp",
      () => moving((it) => it.webp()),
      { name: "moves.webp", mediaType: "image/webp", pages: 3 },
    ],
    ["lies.pdf", () => still((it) => it.webp()), { name: "lies.webp", mediaType: "image/webp" }],
  ])("the picture %s keeps what it shows, under a name of its type", async (name, draw, expected) => {
    const person = await makePerson();
    const source = await citedSource({ title: "One" });
    const added = must(await addAttachment(person, { sourceId: source.id, name, bytes: await draw() }));
    const kept = must(await getAttachment(person, { sourceId: source.id, id: added.id }));
    const { space, depth, pages } = await sharp(Buffer.from(kept.body)).metadata();
    expect({ name: added.name, mediaType: added.mediaType, space, depth, pages }).toEqual({
      pages: undefined,
      ...expected,
      space: "srgb",
      depth: "uchar",
    });
  });

  test.each([
    ["in UTF-16", Buffer.from("\uFEFFLand;Größe\nÅland;1", "utf16le"), "Land;Größe\nÅland;1"],
    [
      "in Latin letters of old",
      Buffer.from("Land,Größe\nÖsterreich,1\nÄthiopien,2", "latin1"),
      "Land,Größe\nÖsterreich,1\nÄthiopien,2",
    ],
    ["that begins as a picture does", Buffer.from("BMI,year\n24.1,2024"), "BMI,year\n24.1,2024"],
  ])("a table %s", async (_, bytes, text) => {
    const person = await makePerson();
    const source = await citedSource({ title: "One" });
    const added = must(await addAttachment(person, { sourceId: source.id, name: "a.csv", bytes }));
    expect(added.mediaType).toBe("text/csv");
    const kept = must(await getAttachment(person, { sourceId: source.id, id: added.id }));
    expect(new TextDecoder().decode(kept.body)).toBe(text);
  });

  const docx = (more: Record<string, Uint8Array> = {}) =>
    zipSync({
      "[Content_Types].xml": strToU8(
        '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
      ),
      "word/document.xml": strToU8("<w:document/>"),
      ...more,
    });
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  test.each<[string, Uint8Array, { name: string; mediaType: string }]>([
    ["notes.txt", strToU8("Größe: 5"), { name: "notes.txt", mediaType: "text/plain" }],
    ["notes.md", strToU8("# Trade"), { name: "notes.md", mediaType: "text/markdown" }],
    ["a.eml", strToU8("From: a\nTo: b\n\nHello"), { name: "a.eml", mediaType: "message/rfc822" }],
    ["a.docx", docx(), { name: "a.docx", mediaType: word }],
    ["a.exe", docx(), { name: "a.docx", mediaType: word }],
    ["a.rtf", strToU8("{\\rtf1 a}"), { name: "a.rtf", mediaType: "application/rtf" }],
  ])("the file %s is stored as it is, under a name of its type", async (name, bytes, expected) => {
    const person = await makePerson();
    const source = await citedSource({ title: "One" });
    const added = must(await addAttachment(person, { sourceId: source.id, name, bytes }));
    expect(added).toMatchObject(expected);
    const kept = must(await getAttachment(person, { sourceId: source.id, id: added.id }));
    expect(Buffer.from(kept.body).equals(bytes)).toBe(true);
  });

  test.each<[string, string, Uint8Array, string]>([
    ["macros", "a.docx", docx({ "word/vbaProject.bin": strToU8("x") }), "macros"],
    [
      "an old Word file",
      "a.doc",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      "Office 2003",
    ],
    ["an archive", "a.zip", zipSync({ "a.txt": strToU8("x") }), "Unpack it"],
    ["half a file", "a.docx", docx().subarray(0, 50), "damaged"],
    ["a program", "a.txt", Uint8Array.of(0x4d, 0x5a, 0, 0), "Save it as one of these"],
  ])("%s is refused with what to do", async (_, name, bytes, message) => {
    const source = await citedSource({ title: "One" });
    expect(await addAttachment(await makePerson(), { sourceId: source.id, name, bytes })).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining(message) },
    });
  });

  test("20 MB fit, and one byte more does not", async () => {
    const person = await makePerson();
    const source = await citedSource({ title: "One" });
    const attach = (size: number) => {
      const bytes = new Uint8Array(size).fill(32);
      bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
      return addAttachment(person, { sourceId: source.id, name: "a.pdf", bytes });
    };
    expect(must(await attach(ATTACHMENT_LIMIT)).size).toBe(ATTACHMENT_LIMIT);
    expect(await attach(ATTACHMENT_LIMIT + 1)).toMatchObject({ error: { kind: "invalid" } });
  });
});

describe("copies and files", () => {
  test("an excerpt is held against the newest copy, and a copy answers for its own source only", async () => {
    const person = await makePerson({ role: "checker" });
    const source = await citedSource({ title: "One" });
    const ask = (excerpt: string) => checkSourceExcerpt(person, { sourceId: source.id, excerpt });
    expect(must(await ask("It doubled"))).toEqual({ kind: "not-saved" });
    await keep(source.id, "It doubled.");
    const newest = await keep(source.id, "It halved.");
    expect(must(await ask("It halved"))).toMatchObject({ kind: "found", snapshot: { id: newest.id } });
    expect(must(await getCopy(person, { sourceId: source.id, snapshotId: newest.id })).mediaType).toBe(
      "text/plain",
    );
    const other = await citedSource({ title: "Other" });
    expect(await getCopy(person, { sourceId: other.id, snapshotId: newest.id })).toMatchObject({ ok: false });
  });

  test("excerpts are checked against a copy of a million characters in a separate process", async () => {
    const person = await makePerson({ role: "checker" });
    const source = await citedSource({ title: "One" });
    await keep(source.id, `It doubled.\n${"1,".repeat(500_000)}`);
    const ask = (excerpt: string) => checkSourceExcerpt(person, { sourceId: source.id, excerpt });
    expect(must(await ask("it DOUBLED"))).toMatchObject({ kind: "found", start: 0, end: 10 });
    expect(must(await ask("1,1,1 … ".repeat(80)))).toMatchObject({ kind: "differs" });
    expect(must(await ask("The moon is made of cheese"))).toMatchObject({ kind: "missing" });
  });

  test("a picture keeps nothing of what the camera wrote, and a script is no picture", async () => {
    const person = await makePerson();
    const source = await citedSource({ title: "One" });
    const bytes = await sharp({ create: { width: 9, height: 4, channels: 3, background: "#a3182b" } })
      .withExif({ IFD0: { Artist: "Secret Person" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect(bytes.toString("latin1")).toContain("Secret Person");
    const added = must(await addAttachment(person, { sourceId: source.id, name: "../a/photo.jpg", bytes }));
    expect(added).toMatchObject({ name: ".._a_photo.jpg", mediaType: "image/jpeg" });
    const kept = must(await getAttachment(person, { sourceId: source.id, id: added.id }));
    expect(Buffer.from(kept.body).toString("latin1")).not.toContain("Secret Person");
    expect(await sharp(Buffer.from(kept.body)).metadata()).toMatchObject({ width: 9, height: 4 });
    for (const [name, text] of [
      ["a.csv", "<!doctype html><p>a, b</p>"],
      ["a.png", "<script>alert(1)</script>"],
      ["a.csv", "one word"],
      ["a.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`],
    ] as const)
      expect(
        await addAttachment(person, { sourceId: source.id, name, bytes: new TextEncoder().encode(text) }),
      ).toMatchObject({ ok: false });
  });
});
