import { expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { DEFAULT_PERSONAL_SETTINGS } from "@/lib/personal/personal-settings";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { changeShortcuts, getPersonalSettings, recordTour, setDates } from "./personal-settings";

withTestDatabase();

const logged = async () => (await listAuditEvents({}, 10)).events.map(({ action }) => action);

test("each person has their own settings", async () => {
  const ada = await makePerson({ role: "editor" });
  const bo = await makePerson({ role: "editor" });
  must(await changeShortcuts(ada, { keys: { mark: "alt+m" }, singleKeys: false }));
  must(await setDates(ada, { language: "de", timeZone: "Asia/Kolkata" }));
  must(await recordTour(ada, { state: "running", step: "mark" }));
  expect(await getPersonalSettings(ada)).toEqual({
    shortcuts: { singleKeys: false, keys: { mark: "alt+m" } },
    dates: { language: "de", timeZone: "Asia/Kolkata" },
    tour: { state: "running", step: "mark" },
  });
  expect(await getPersonalSettings(bo)).toEqual(DEFAULT_PERSONAL_SETTINGS);
});

test("two tabs that change different keys at the same time lose neither", async () => {
  const ada = await makePerson({ role: "editor" });
  const ids = ["a", "b", "c", "d", "e"];
  await Promise.all(ids.map(async (id) => must(await changeShortcuts(ada, { keys: { [id]: "alt+m" } }))));
  const { shortcuts } = await getPersonalSettings(ada);
  expect(Object.keys(shortcuts.keys).sort()).toEqual(ids);
});

test("what changes how the desk works is logged, the tour is not", async () => {
  const ada = await makePerson({ role: "editor" });
  const before = (await logged()).length;
  must(await recordTour(ada, { state: "ended", step: "done" }));
  must(await changeShortcuts(ada, { reset: "all" }));
  must(await setDates(ada, {}));
  expect((await logged()).slice(0, (await logged()).length - before)).toEqual([
    "user.set-dates",
    "user.set-shortcuts",
  ]);
});

test.each<[string, object]>([
  ["a time zone", { timeZone: "Mars/Olympus" }],
  ["a language", { language: "not a tag" }],
  ["a language without dates", { language: "tlh" }],
])("%s that does not exist is refused", async (_, input) => {
  const ada = await makePerson({ role: "editor" });
  expect(await setDates(ada, input)).toMatchObject({ ok: false, error: { kind: "invalid" } });
});

test("invalid keys and unknown steps are refused", async () => {
  const ada = await makePerson({ role: "editor" });
  expect(await changeShortcuts(ada, { keys: { mark: "two words" } })).toMatchObject({ ok: false });
  expect(await recordTour(ada, { state: "running", step: "gone" as "mark" })).toMatchObject({ ok: false });
});
