import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countJobs } from "@/lib/db/job-queue";
import { inTransaction } from "@/lib/db/transaction";
import { runJobs } from "@/lib/jobs/run-jobs";
import { err, ok } from "@/lib/result";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { type CaughtMail, startMailCatcher } from "@/scripts/test/mail-catcher";
import { deliverMail } from "./deliver-mail";
import { sendMail } from "./send-mail";

/** Sends mails to this server; undefined: to none. */
const sendTo = (url: string | undefined) =>
  setEnv({ SMTP_URL: url, MAIL_FROM: url && "Obelus <desk@example.org>" });

withTestDatabase();

const folder = mkdtempSync(join(tmpdir(), "obelus-mails-"));
let catcher: Awaited<ReturnType<typeof startMailCatcher>>;
let jobs: Awaited<ReturnType<typeof runJobs>>;
beforeAll(async () => {
  catcher = await startMailCatcher(folder);
  jobs = await runJobs(process.env.DATABASE_URL ?? "");
});
afterAll(async () => {
  await jobs.stop();
  await catcher.stop();
  rmSync(folder, { recursive: true });
});

const caught = (): CaughtMail[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

const mail = { to: "noor@example.org", subject: "Hi\r\nBcc: eve@example.org", text: "† Wörter.\n" };

test("without a mail server nothing is sent or stored", async () => {
  sendTo(undefined);
  await sendMail(mail);
  expect(await countJobs("send-mail")).toBe(0);
});

test("a mail arrives as written if the transaction commits", async () => {
  sendTo(catcher.url);
  await inTransaction(async (tx) => {
    await sendMail({ ...mail, subject: "Taken back" }, tx);
    return err({ kind: "invalid", message: "no" });
  });
  await inTransaction(async (tx) => {
    await sendMail({ ...mail, html: "<p>† Wörter.</p>" }, tx);
    return ok(null);
  });
  await expect.poll(caught, { timeout: 20_000 }).toHaveLength(1);
  const [arrived] = caught();
  expect(arrived).toMatchObject({
    to: ["noor@example.org"],
    from: expect.stringContaining("desk@example.org"),
    subject: "Hi Bcc: eve@example.org",
    text: "† Wörter.\n",
    html: expect.stringContaining("<p>† Wörter.</p>"),
  });
  expect(arrived?.headers.map(({ name }) => name)).not.toContain("bcc");
});

test("an error names neither the server nor its password, and keeps its cause for the log", async () => {
  sendTo("smtp://user:hunter2@127.0.0.1:9");
  await expect(deliverMail(mail)).rejects.toThrow(/^the mail server did not accept a mail \(\w+\)$/);
});
