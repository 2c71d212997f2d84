import { type PageInline, pageBlocks } from "@/lib/site-pages/page-blocks";
import { useOwnLanguage } from "../use-own-language";
import styles from "./site-page.module.css";

/** What the newsroom wrote for a section of a page. @param language BCP 47, of the text */
export function PageBlocks({ text, language }: { text: string; language: string }) {
  const own = useOwnLanguage();
  return (
    <div className={styles.text} {...own(text, language)}>
      {pageBlocks(text).map((block, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
        const key = index;
        switch (block.kind) {
          case "heading":
            return (
              <h3 key={key}>
                <Line parts={block.line} />
              </h3>
            );
          case "paragraph":
            return (
              <p key={key}>
                <Line parts={block.line} />
              </p>
            );
          case "list":
            return (
              <ul key={key}>
                {block.items.map((item, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
                  <li key={at}>
                    <Line parts={item} />
                  </li>
                ))}
              </ul>
            );
        }
      })}
    </div>
  );
}

function Line({ parts }: { parts: readonly PageInline[] }) {
  return parts.map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
      <a key={index} href={part.href} rel="noopener">
        {part.text}
      </a>
    ),
  );
}
