/** How much of a file is read for its text: whatever it claims to be, it costs no more than this. */

export interface ExtractLimits {
  /** Milliseconds until the process that reads is ended. */
  readonly time: number;
  /** Megabytes of memory of that process, all of it: buffers are outside the heap that V8 watches over. */
  readonly memory: number;
  /** Megabytes of its heap. */
  readonly heap: number;
  /** Pages of a PDF, or slides. What comes after them is left out. */
  readonly pages: number;
  /** Characters of the whole text. What comes after them is left out. */
  readonly characters: number;
  /** Characters of one part of the text: what is longer is given in several, under the same number and heading. */
  readonly part: number;
  /** Parts of the text. What comes after them is left out. */
  readonly parts: number;
  /** Parts of a zip. */
  readonly entries: number;
  /** Bytes of one part of a zip, unpacked; and of all that are read of it together. */
  readonly unpacked: number;
  readonly unpackedTogether: number;
  /** How many times larger than packed a part may be, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** XML elements inside each other. */
  readonly depth: number;
  /** Cells of a workbook with something in them. */
  readonly cells: number;
}

const MB = 1024 * 1024;
/** Not core's clock, which brings time zones and languages with it: the process that reads has to start fast and small. */
export const SECOND = 1_000;

/**
 * Time: 300 full pages of PDF take 2 s on two slow cores and 20 s where ten others want them; slides with 240 MB of pictures half a second.
 * Memory: 170 MB are enough for those, of which 115 are Node's own; a server of the smallest kind has 1 750.
 * Characters: twice a novel of a thousand pages, and 20 times the longest minutes of a council.
 * Ratio: deflate reaches 1 032; real workbooks with long columns of the same number come to 100.
 */
export const EXTRACT_LIMITS: ExtractLimits = {
  time: 60 * SECOND,
  memory: 640,
  heap: 384,
  pages: 2_000,
  characters: 4_000_000,
  part: 10_000,
  parts: 20_000,
  entries: 20_000,
  unpacked: 256 * MB,
  unpackedTogether: 512 * MB,
  ratio: 300,
  ratioFrom: 16 * MB,
  depth: 500,
  cells: 1_000_000,
};

/** Share of the time after which no further page is begun: what was read by then is kept, as cut. */
export const SOFT_SHARE = 0.75;
/** Characters of a heading. */
export const LONGEST_HEADING = 200;
