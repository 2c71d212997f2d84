import { expect, test } from "vitest";
import { cleanByline } from "./clean-byline";

test.each<[string, string | null, string?]>([
  ["Mara Oduya", "Mara Oduya"],
  ["By Mara Oduya", "Mara Oduya"],
  ["BY MARA ODUYA", "MARA ODUYA"],
  ["By: Mara Oduya", "Mara Oduya"],
  ["By By Mara Oduya", "Mara Oduya"],
  ["Byron Oduya", "Byron Oduya"],
  ["Written by Mara Oduya", "Mara Oduya"],
  ["Von Mara Oduya", "Mara Oduya"],
  ["Par Mara Oduya", "Mara Oduya"],
  ["Por Mara Oduya", "Mara Oduya"],
  ["Di Mara Oduya", "Mara Oduya", "it"],
  ["Di Maio", "Di Maio", "it"],
  ["Di Mara Oduya", "Di Mara Oduya", "en"],
  ["De Mara Oduya", "Mara Oduya", "ro"],
  ["De Gaulle", "De Gaulle", "fr"],
  ["Av Mara Oduya", "Mara Oduya", "sv"],
  ["Текст: Мария Одуя", "Мария Одуя"],
  ["文：山田太郎", "山田太郎"],
  ["文・山田太郎", "山田太郎"],
  ["作者：王小明", "王小明"],
  ["بقلم نور عزيز", "نور عزيز"],
  // Dates.
  ["By Mara Oduya | November 13, 2024 | 4 min read", "Mara Oduya"],
  ["By Mara Oduya\nPublished: 13 November 2024", "Mara Oduya"],
  ["Mara Oduya, November 13, 2024", "Mara Oduya"],
  ["Mara Oduya November 13, 2024", "Mara Oduya"],
  ["Mara Oduya on November 13, 2024 at 6:01 am", "Mara Oduya"],
  ["By Mara Oduya Updated November 13, 2024", "Mara Oduya"],
  ["Von Mara Oduya, Bremen\nStand: 13.11.2024, 14:05 Uhr", "Mara Oduya, Bremen"],
  ["Von Mara Oduya am 13.11.2024", "Mara Oduya"],
  ["Von Mara Oduya vom 13.11.2024, 14:05 Uhr", "Mara Oduya"],
  ["Par Mara Oduya, publié le 13 novembre 2024 à 18h30", "Mara Oduya"],
  ["Por Mara Oduya · 13 de noviembre de 2024", "Mara Oduya"],
  ["Mara Oduya – 13/11/2024", "Mara Oduya"],
  ["Mara Oduya 2024-11-13T10:00", "Mara Oduya"],
  ["Mara Oduya mar. 5 nov. 2024", "Mara Oduya"],
  ["Мария Одуя, 13 ноября 2024", "Мария Одуя"],
  ["February 25, 2024", null],
  ["13.11.2024", null],
  ["April 28, 2019 at 6:01 am Updated April 29, 2019 at 3:33 pm", null],
  ["Updated 3 hours ago", null],
  ["公開日 2024年11月13日", null],
  // Reading times.
  ["Mara Oduya · 4 min read", "Mara Oduya"],
  ["Mara Oduya 5 minute read", "Mara Oduya"],
  ["Von Mara Oduya • Lesezeit: 4 Minuten", "Mara Oduya"],
  ["Mara Oduya\n3 hours ago", "Mara Oduya"],
  ["4 min read", null],
  // Several names.
  ["By Mara Oduya and Lev Brandt", "Mara Oduya and Lev Brandt"],
  ["Mara Oduya | Lev Brandt", "Mara Oduya, Lev Brandt"],
  ["Mara Oduya\nLev Brandt\nInes van der Korhonen", "Mara Oduya, Lev Brandt, Ines van der Korhonen"],
  ["Mara Oduya | Mara Oduya", "Mara Oduya"],
  ["Oduya, Mara", "Oduya, Mara"],
  ["Gabriel García Márquez", "Gabriel García Márquez"],
  [
    "Martin Untersinger (avec Damien Leloup et Morgane Tual)",
    "Martin Untersinger (avec Damien Leloup et Morgane Tual)",
  ],
  // Roles, addresses, organisations.
  ["Mara Oduya, staff writer", "Mara Oduya"],
  ["Mara Oduya, Senior Political Correspondent", "Mara Oduya"],
  ["Mara Oduya\nSenior reporter in Berlin", "Mara Oduya"],
  ["Mara Oduya, Redakteurin", "Mara Oduya"],
  ["Mara Oduya mara.oduya@example.org", "Mara Oduya"],
  ["Mara Oduya, mara.oduya@example.org, City desk", "Mara Oduya"],
  ["Mara Oduya @maraoduya", "Mara Oduya"],
  ["Mara Oduya https://example.org/mara", "Mara Oduya"],
  ["Mara Oduya | Example Times", "Mara Oduya"],
  ["Reuters Staff", "Reuters Staff"],
  ["AP", "AP"],
  ["Channel 4 News", "Channel 4 News"],
  ["20 Minuten Redaktion", "20 Minuten Redaktion"],
  ["Mara Oduya/AFP", "Mara Oduya/AFP"],
  ["", null],
  ["|", null],
  ["By", null],
])("%j → %j", (byline, names, language) => {
  expect(cleanByline(byline, language)).toBe(names);
});

test("a long byline is read in linear time", () => {
  for (const text of [
    "| ".repeat(100_000),
    "on ".repeat(100_000),
    "a".repeat(100_000),
    "1".repeat(100_000),
    "by ".repeat(100_000),
  ])
    cleanByline(text);
  expect(cleanByline("Mara ".repeat(1000))).toBe(null);
});
