import { runCommand } from "./run-command";

process.exitCode = await runCommand(process.argv.slice(2));
// An open channel to the launcher would keep this process alive.
if (process.connected) process.disconnect();
