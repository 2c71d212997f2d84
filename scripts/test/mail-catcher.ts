import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as it came to a mail server. */
export interface CaughtMail {
  /** The recipients that the envelope names. */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string | null;
  /** Names and values as received, names in lower case. */
  headers: { name: string; line: string }[];
}

/** A mail server on a free port that accepts every mail and stores each as a JSON file in a folder. */
export async function startMailCatcher(
  folder: string,
): Promise<{ url: string; folder: string; stop(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      simpleParser(stream).then((parsed) => {
        const mail: CaughtMail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: parsed.from?.text ?? "",
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html: parsed.html || null,
          headers: parsed.headerLines.map(({ key, line }) => ({ name: key, line })),
        };
        count += 1;
        const name = join(folder, `${String(count).padStart(6, "0")}.json`);
        // A reader of the folder finds only complete mails.
        writeFileSync(`${name}.part`, JSON.stringify(mail));
        renameSync(`${name}.part`, name);
        done();
      }, done);
    },
  });
  server.on("error", (error) => console.error("mail catcher:", error));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
