import { env } from "@/lib/env";
import { serve } from "./serve";

// Serves the build on a database that is up to date, with settings from the environment. `npm start` does this after it has prepared both;
// tests and benches run this program. It ends with the program that started it.
async function main(): Promise<void> {
  const { host, port, databaseUrl, publicUrl } = env();
  const dev = process.env.NODE_ENV === "development";
  const server = await serve({ host, port, dev, databaseUrl, publicUrl });
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"])
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      server.stop().finally(() => process.exit(0));
    });
}

main().catch((cause: unknown) => {
  console.error("The server could not start:", cause);
  process.exit(1);
});
