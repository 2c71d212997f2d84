import { seededRandom } from "../../evaluate/random";

/** A text of random words in paragraphs of about 60, each of one to five sentences. */
export function randomText(words: number, seed: number): string {
  const random = seededRandom(seed);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const length = Math.min(words - count, 60);
    const paragraph = Array.from({ length }, (_, index) => {
      const word = `w${Math.floor(random() * 8000).toString(36)}`;
      return index % 15 === 0 ? `The ${word}` : index % 15 === 14 ? `${word}.` : word;
    });
    paragraphs.push(`${paragraph.join(" ")}.`);
    count += length;
  }
  return paragraphs.join("\n");
}
