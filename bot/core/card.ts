/** An Adaptive Card as plain data. The kit in `cards/` makes it with the full types. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly object[];
}
