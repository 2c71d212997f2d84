import { Command, CommanderError } from "commander";
import { sentenceFor } from "../steps/start-error";
import { CommandError } from "./command-error";
import { addAudit } from "./commands/audit";
import { addExport } from "./commands/export";
import { addImport } from "./commands/import";
import { addImportClaims } from "./commands/import-claims";
import { addImportComments } from "./commands/import-comments";
import { addKey } from "./commands/key";
import { addMcp } from "./commands/mcp";
import { addMigrate } from "./commands/migrate";
import { addReanchor } from "./commands/reanchor";
import { addDossier, addEvidencePack, addReport } from "./commands/reports";
import { addToken } from "./commands/token";
import { addUser } from "./commands/user";
import { addVerify } from "./commands/verify";
import { addWebhooks } from "./commands/webhooks";

/**
 * Runs one command of the command line in this process. It prints to standard output and standard error.
 * @param args the words after `obelus`
 * @returns the exit status. 0: done. 1: the command failed, and a message says what to do. 2: wrong usage
 */
export async function runCommand(args: string[]): Promise<number> {
  const program = new Command("obelus")
    .usage("<command> (as npm run obelus -- <command>)")
    .description("The command line of the fact-checking desk. Works whether or not Obelus is running.")
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(add --help to see the options)")
    .exitOverride();
  for (const add of [
    addMigrate,
    addUser,
    addToken,
    addImport,
    addImportClaims,
    addImportComments,
    addExport,
    addReport,
    addEvidencePack,
    addDossier,
    addReanchor,
    addVerify,
    addKey,
    addAudit,
    addMcp,
    addWebhooks,
  ])
    add(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(`✗ ${error instanceof CommandError ? error.message : sentenceFor(error)}`);
    return 1;
  }
}
