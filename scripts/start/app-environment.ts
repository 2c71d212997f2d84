import type { Env } from "@/lib/env";
import { ensureSecrets } from "@/scripts/postgres/data-folder";

/** The environment variables for the application and its workflows, with defaults filled in. */
export function appEnvironment(env: Env, databaseUrl: string): Record<string, string> {
  return {
    PORT: String(env.port),
    HOST: env.host,
    DATABASE_URL: databaseUrl,
    OBELUS_DATA_DIR: env.dataDir,
    PUBLIC_URL: env.publicUrl,
    NEXTAUTH_URL: env.publicUrl,
    OBELUS_FETCH_ALLOW_HOSTS: env.fetchAllowHosts.join(","),
    OBELUS_IMAGE_HOSTS: env.imageHosts.join(","),
    NEXTAUTH_SECRET: env.nextAuthSecret ?? ensureSecrets(env.dataDir).nextAuthSecret,
  };
}
