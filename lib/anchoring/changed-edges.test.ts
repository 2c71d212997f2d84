import { describe, expect, test } from "vitest";
import { reanchorAll } from "./reanchor";

/** The words in brackets, what they became, and its kind. */
function became(marked: string, now: string): [string, string?] {
  const start = marked.indexOf("[");
  const old = marked.replace(/[[\]]/g, "");
  const found = reanchorAll(old, now, [{ start, end: marked.indexOf("]") - 1 }])[0];
  if (!found || found.kind === "orphaned") return ["orphaned"];
  return [found.kind, now.slice(found.range.start, found.range.end)];
}

type Row = [name: string, marked: string, now: string, words: string];

describe("a sentence was added beside the edited edge, and the claim ends with its own", () => {
  test.each<Row>([
    [
      "English, with the full stop",
      "It rained. [The ferry leaves at noon today.] Tickets are cheap.",
      "It rained. The ferry leaves at dusk. Nobody on the island was asked about that. Tickets are cheap.",
      "The ferry leaves at dusk.",
    ],
    [
      "English, without it",
      "It rained. [The ferry leaves at noon today]. Tickets are cheap.",
      "It rained. The ferry leaves at dusk. Nobody on the island was asked about that. Tickets are cheap.",
      "The ferry leaves at dusk",
    ],
    [
      "German",
      "Es regnete. [Die Fähre legt mittags ab.] Karten sind billig.",
      "Es regnete. Die Fähre legt erst abends an. Niemand auf der Insel wurde dazu gefragt. Karten sind billig.",
      "Die Fähre legt erst abends an.",
    ],
    [
      "Vietnamese",
      "Trời mưa. [Chuyến phà rời bến lúc trưa.] Vé rất rẻ.",
      "Trời mưa. Chuyến phà rời bến lúc chiều tối. Không một người dân nào trên đảo được hỏi về việc này. Vé rất rẻ.",
      "Chuyến phà rời bến lúc chiều tối.",
    ],
    [
      "Korean",
      "비가 왔다. [여객선은 오늘 정오에 출발한다.] 표는 싸다.",
      "비가 왔다. 여객선은 오늘 저녁에 떠난다. 섬 주민에게는 아무도 이 일을 묻지 않았다. 표는 싸다.",
      "여객선은 오늘 저녁에 떠난다.",
    ],
    [
      "Chinese",
      "昨天下雨。[渡轮今天中午出发。]票价便宜。",
      "昨天下雨。渡轮今天晚上开。岛上没有一个居民被问过这件事情。票价便宜。",
      "渡轮今天晚上开。",
    ],
    [
      "Arabic",
      "هطل المطر. [تغادر العبارة الميناء ظهرا.] التذاكر رخيصة.",
      "هطل المطر. تغادر العبارة الميناء مساء. لم يسأل أحد سكان الجزيرة عن هذا القرار. التذاكر رخيصة.",
      "تغادر العبارة الميناء مساء.",
    ],
    [
      "a claim of a few words of the sentence",
      "It rained. The ferry [leaves at noon today.] Tickets are cheap.",
      "It rained. The ferry leaves at dusk. Nobody on the island was asked about that. Tickets are cheap.",
      "leaves at dusk.",
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toEqual(["changed", words]);
  });
});

describe("the edge word of an edited claim is now in the sentence beside it", () => {
  test.each<Row>([
    [
      "after it",
      "So. [The bridge carries the tram]. Buses stop here.",
      "So. The bridge carries cars. Buses stop here, as does the tram.",
      "The bridge carries cars",
    ],
    [
      "after it, beside its first word",
      "So. [The bridge carries the tramway]. Buses stop here.",
      "So. The bridge carries cars. Buses tramway stop here.",
      "The bridge carries cars",
    ],
    [
      "before it",
      "Buses stop here. [Trams cross the old bridge]. So.",
      "Buses and Trams stop here. Cars cross the old bridge. So.",
      "Cars cross the old bridge",
    ],
    [
      "Spanish",
      "Así es. [El puente lleva el tranvía]. Los buses paran aquí.",
      "Así es. El puente lleva coches. Los buses paran aquí con el tranvía.",
      "El puente lleva coches",
    ],
    [
      "German, right after the first word of that sentence",
      "So. [Für den Deich zahlt die Gemeinde]. Sie hat Geld genug.",
      "So. Für den Deich zahlt das Land. Sie, die Gemeinde, hat Geld genug.",
      "Für den Deich zahlt das Land",
    ],
    [
      "Vietnamese, right after the first word of that sentence",
      "Vâng. [Tiền đê do làng chài trả]. Họ có đủ tiền.",
      "Vâng. Tiền đê do tỉnh lo liệu từ năm ngoái. Họ, làng chài, có đủ tiền.",
      "Tiền đê do tỉnh lo liệu từ năm ngoái",
    ],
    [
      "Japanese, a letter of it",
      "そうだ。[橋は町の人々]。彼らは多分よく話す人だ。",
      "そうだ。橋は町次第でこうなる。作者の話だが多分よく話す人だ。",
      "橋は町次第でこうなる",
    ],
    [
      "Chinese, a letter of it",
      "是的。[这座桥通行城里的电车]。公共汽车停在这里，城外也停。",
      "是的。这座桥通行城里小客运。公交的汽车停在这里，城外也停。",
      "这座桥通行城里小客运",
    ],
    [
      "Korean",
      "그렇다. [이 다리는 전차가 건넌다]. 버스는 여기 선다.",
      "그렇다. 이 다리는 차가 다닌다. 버스는 여기 서고 전차가 건넌다.",
      "이 다리는 차가 다닌다",
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toEqual(["changed", words]);
  });
});

describe("words that the alignment gave to another passage", () => {
  test.each<Row>([
    [
      "its last words are there, although the alignment took them for those of the next passage",
      "Law 4 says that [the old guild pays the fine in full. No one else pays the fine] in part. End.",
      "Law 9 says that the new guild pays the fine in part. End.",
      "the new guild pays the fine",
    ],
    [
      "its last word is there before an insertion that ends with the same word",
      "The plan pays in [cases of birth, of illness, of] old age or need. End.",
      "The plan pays in case of birth, of illness, of injury, of old age or need. End.",
      "case of birth, of illness, of",
    ],
    [
      "its first word is there after an insertion that begins with the same word",
      "The plan pays for [a cure, a nurse and the doctors]. End.",
      "The plan pays for a bed, a cure, a nurse and the doctor. End.",
      "a cure, a nurse and the doctor",
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toEqual(["changed", words]);
  });
});

describe("one word was split in two", () => {
  test.each<Row>([
    [
      "at the beginning",
      "They enrol [bytelephone. The clerks answer every call] then.",
      "They enrol by telephone. The clerks answer every call then.",
      "by telephone. The clerks answer every call",
    ],
    [
      "at the end",
      "So [they can enrol online] then.",
      "So they can enrol on line then.",
      "they can enrol on line",
    ],
    [
      "Korean, by a space",
      "어제 [비용은 두 배로 늘어났다고했다] 또.",
      "어제 비용은 두 배로 늘어났다고 했다 또.",
      "비용은 두 배로 늘어났다고 했다",
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toEqual(["changed", words]);
  });
});

describe("a claim keeps its parts in another sentence or line", () => {
  test.each<Row>([
    [
      "a sentence was inserted between its sentences",
      "So. [The dam is old. It leaks] every spring. End.",
      "So. The dam is old. A long report by three engineers says so. It leaks every spring. End.",
      "The dam is old. A long report by three engineers says so. It leaks",
    ],
    [
      "a heading was inserted into it",
      "They want [a brain.\nAs odd as] it sounds, so it is.",
      "They want a brain.\nBehind the scenes of the town\nAs odd as it sounds, so it is.",
      "a brain.\nBehind the scenes of the town\nAs odd as",
    ],
    [
      "its first words were replaced, and it now is two sentences",
      "It rained. [He said the dam leaks, and nobody asked why]. End.",
      "It rained. He told us the dam leaks. Nobody asked why. End.",
      "He told us the dam leaks. Nobody asked why",
    ],
    [
      "a heading that it begins with was replaced",
      "它很难。\n[How to begin here\n如果你跟着了一条消息，还发现了事情]这很正常。",
      "它很难。\n选择项目加入\n如果你跟着了一条消息，还发现了事情这很正常。",
      "选择项目加入\n如果你跟着了一条消息，还发现了事情",
    ],
    [
      "a sentence was inserted between its sentences, and its last word replaced",
      "So. [The dam is old. It leaks often]. End.",
      "So. The dam is old. A long report by three engineers says so. It leaks badly. End.",
      "The dam is old. A long report by three engineers says so. It leaks badly",
    ],
    [
      "its last sentence is short, and one was inserted before it",
      "So. [It rose to 5. Why?] Nobody knows.",
      "So. It rose to 7. The whole board was surprised by the figure. Why? Nobody knows.",
      "It rose to 7. The whole board was surprised by the figure. Why?",
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toEqual(["changed", words]);
  });
});
