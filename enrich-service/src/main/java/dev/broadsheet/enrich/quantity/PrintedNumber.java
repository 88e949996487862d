package dev.broadsheet.enrich.quantity;

import java.math.BigDecimal;

/**
 * A number as printed, its multipliers included: 6.85亿, 三百余, 数十万.
 *
 * @param end position after it
 * @param approximate whether it says of itself that it is not exact: 300余, 数十, 七八百
 * @param bare whether it is a multiplier without a number before it: 万亩, 百家
 * @param article whether it is 一 alone, which often means no more than "a"
 */
record PrintedNumber(BigDecimal value, int end, boolean approximate, boolean bare, boolean article) {}
