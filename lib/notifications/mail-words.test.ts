import { describe, expect, test } from "vitest";
import "@/lib/words/languages";
import { describeDigest, describeNotification } from "./mail-words";
import type { Notification } from "./notification";

const hrefs = { home: "https://desk.example", off: "https://desk.example/off" };
const returned = (count: number): Notification =>
  ({
    id: "n1",
    kind: "claim-returned",
    at: "2026-05-17T10:00:00.000Z",
    read: false,
    actor: { id: "p1", name: "Noor" },
    article: { id: "a1", title: "Taxes" },
    claim: count === 1 ? { id: "c7", number: 7, statement: "Taxes rose." } : null,
    claims: count === 1 ? [{ id: "c7", number: 7, statement: "Taxes rose.", note: "Too vague." }] : [],
    claimCount: count,
    comment: null,
  }) as unknown as Notification;

/** With ordinary spaces. */
const plain = (text: unknown) => String(text).replace(/[\u00a0\u202f]/g, " ");

describe("one notification", () => {
  test.each([
    ["en", "Noor returned your claim 7: Taxes", "Noor returned your claim 7. “Taxes rose.”", "“Too vague.”"],
    ["es", /: Taxes$/, /«Taxes rose\.»$/, "«Too vague.»"],
    ["fr", / : Taxes$/, /« Taxes rose\. »$/, "« Too vague. »"],
    ["de", "Noor hat Ihre Behauptung 7 zurückgegeben: Taxes", /„Taxes rose\.“$/, "„Too vague.“"],
    ["ar", "أعاد Noor ادّعاءك 7: Taxes", /«Taxes rose\.»$/, "«Too vague.»"],
    ["zh", "Noor退回了您的说法7：Taxes", "Noor退回了您的说法7。“Taxes rose.”", "“Too vague.”"],
  ])("in %s", (language, subject, quoted, note) => {
    const mail = describeNotification(returned(1), hrefs, language);
    expect(plain(mail.subject)).toMatch(subject);
    expect(plain(mail.paragraphs[0])).toMatch(quoted);
    expect(plain(mail.paragraphs[1])).toBe(note);
    expect(mail.paragraphs).toContain("https://desk.example/desk/notifications/n1");
  });
});

describe("several claims in Arabic have the form of their number", () => {
  test.each([
    [2, "أعاد Noor ادّعاءين لك"],
    [3, "أعاد Noor 3 ادّعاءات لك"],
    [11, "أعاد Noor 11 ادّعاءً لك"],
    [100, "أعاد Noor 100 ادّعاء لك"],
  ])("%i", (count, sentence) => {
    expect(describeNotification(returned(count), hrefs, "ar").subject).toBe(`${sentence}: Taxes`);
  });
});

describe("the subject of the daily mail", () => {
  test.each([
    ["en", 1, 0, "Your day at the desk: 1 notification"],
    ["en", 0, 2, "Your day at the desk: 2 claims to review"],
    ["en", 2, 1, "Your day at the desk: 2 notifications, 1 claim to review"],
    ["de", 2, 1, "Ihr Tag in der Redaktion: 2 Benachrichtigungen, 1 Behauptung zu prüfen"],
    ["zh", 2, 1, "编辑台今日动态：2条通知，1条说法待审"],
    ["ar", 2, 3, "يومك في مكتب التحرير: إشعاران، و3 ادّعاءات للمراجعة"],
  ])("%s, %i and %i", (language, notifications, waiting, subject) => {
    const mail = describeDigest(Array(notifications).fill(returned(1)), waiting, hrefs, language);
    expect(mail.subject).toBe(subject);
    expect(mail.paragraphs.some((each) => typeof each !== "string")).toBe(notifications > 0);
  });
});
