import { expect, test } from "vitest";
import { withTestDatabase } from "@/lib/testing/test-database";
import { makeDoor } from "@/scripts/faults/door";
import { watchDatabase } from "./database-monitor";

withTestDatabase();

test.each([
  ["crashes", (door: Awaited<ReturnType<typeof makeDoor>>) => door.close()],
  ["freezes", async (door: Awaited<ReturnType<typeof makeDoor>>) => door.freeze()],
])(
  "an outage in which the database %s is noticed, logged once, and over when it answers",
  async (_, begin) => {
    const door = await makeDoor(process.env.DATABASE_URL ?? "");
    await door.open();
    const lines: string[] = [];
    let outages = 0;
    const monitor = watchDatabase(door.url, (line) => lines.push(line));
    monitor.onOutage(() => {
      outages += 1;
    });
    try {
      expect(await monitor.check()).toBe(true);
      await begin(door);
      expect(await monitor.check()).toBe(false);
      expect(monitor.answers()).toBe(false);
      expect(await Promise.all([monitor.check(), monitor.check()])).toEqual([false, false]);
      expect(lines).toEqual([
        expect.stringMatching(/^The database does not answer: .+\. Requests get 503 until it does\.$/),
      ]);
      expect(outages).toBe(1);
      await door.open();
      await expect.poll(() => monitor.check(), { timeout: 30_000 }).toBe(true);
      expect(lines[1]).toMatch(/^The database answers again after \d+ s\.$/);
      expect(lines).toHaveLength(2);
    } finally {
      await monitor.stop();
      await door.close();
    }
  },
);
