import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeDoor } from "./door";
import type { FaultResult } from "./fault-result";
import { launch } from "./launch";
import { serveDatabase } from "./served-database";

/** Starts Obelus before its database answers, and a server whose database is away while it starts. */
export async function lateDatabase(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
}): Promise<FaultResult[]> {
  return [await startBefore(options.databaseUrl), await blipDuringStart(options)];
}

async function startBefore(databaseUrl: string): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), "obelus-late-"));
  const door = await makeDoor(databaseUrl);
  const instance = await launch({
    DATABASE_URL: door.url,
    OBELUS_DATA_DIR: folder,
    NEXTAUTH_SECRET: "a secret that is long enough for this",
  });
  try {
    await pause(5_000);
    const reason = /Waiting for the database: (.*)/.exec(instance.output())?.[1];
    await door.open();
    const ready = await instance.ready();
    return {
      fault: "the database answers only 5 s after the start",
      seen: `printed “${reason ?? "nothing"}”; ${ready ? "ready after it answered" : "ended"}`,
      expected: "waits, says so, and is ready once it answers",
      met: reason !== undefined && ready,
    };
  } finally {
    await instance.stop();
    await door.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function blipDuringStart(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
}): Promise<FaultResult> {
  const door = await makeDoor(options.databaseUrl);
  const { address, server } = await serveDatabase({ ...options, databaseUrl: door.url });
  try {
    let down: number | null = null;
    while (down === null) {
      await pause(50);
      down = await statusOf(address);
    }
    await pause(2_000);
    await door.open();
    const opened = performance.now();
    const states = new Set<string>();
    for (;;) {
      const answer = await fetch(`${address}/api/health`);
      const body = (await answer.json()) as { status: string | number };
      states.add(String(body.status));
      if (body.status === "ok" || performance.now() - opened > 60_000) break;
      await pause(50);
    }
    const took = performance.now() - opened;
    return {
      fault: "the database is away while a server starts, for 2 s",
      seen: `health: ${down} without it, then ${[...states].join(", ")}; jobs run ${took.toFixed(0)} ms after it answered`,
      expected: "503, then degraded until jobs run, then ok",
      met: down === 503 && states.has("ok") && took < 20_000,
    };
  } finally {
    await server.kill();
    await door.close();
  }
}

async function statusOf(address: string): Promise<number | null> {
  try {
    return (await fetch(`${address}/api/health`)).status;
  } catch {
    return null; // It does not listen yet.
  }
}
