package dev.broadsheet.enrich.quantity;

import dev.broadsheet.text.Numerals;
import dev.broadsheet.text.ResourceLines;
import dev.broadsheet.text.Trie;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows an amount to say it more exactly, by {@code smaller-units.txt}: 2小时10分, 3元5角; and 一米八五, 9秒83. */
final class SmallerUnits {

    private static final int LONGEST_CHAIN = 2;
    /** Heights of people, times of runners: as decimals without a unit behind them. */
    private static final Map<String, Integer> DECIMALS = Map.of("m", 10, "s", 60);

    private final Map<String, Trie<Smaller>> byUnit = new HashMap<>();
    private final Units units;

    SmallerUnits(Units units) {
        this.units = units;
        Map<String, Map<String, Smaller>> words = new HashMap<>();
        for (List<String> line : ResourceLines.fields(SmallerUnits.class, "smaller-units.txt")) {
            String unless = Units.unless(line);
            Smaller smaller = new Smaller(new BigDecimal(line.get(1)), line.get(2), unless);
            line.stream().skip(3).filter(word -> word.charAt(0) != '!').forEach(word -> words.computeIfAbsent(
                            line.get(0), unit -> new HashMap<>())
                    .put(word, smaller));
        }
        words.forEach((unit, some) -> byUnit.put(unit, new Trie<>(some)));
    }

    /**
     * A unit that may follow a larger one.
     *
     * @param per how many of it the larger one has
     * @param code the unit of both together: its own, or the larger one's
     * @param unless characters that must not follow
     */
    private record Smaller(BigDecimal per, String code, String unless) {}

    /**
     * An exact amount with what follows it.
     *
     * @param end behind both
     */
    record Whole(BigDecimal value, String unit, int end) {}

    /** The amount with what makes it more exact, or as it is. */
    Whole from(Whole amount, String text, NumberReader numbers) {
        Whole whole = amount;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            whole = next(whole, text, numbers);
        }
        return whole.end() > amount.end() ? whole : withDecimals(amount, text);
    }

    private Whole next(Whole amount, String text, NumberReader numbers) {
        Trie<Smaller> words = byUnit.get(amount.unit());
        int from = text.startsWith("零", amount.end()) ? amount.end() + 1 : amount.end();
        PrintedNumber rest = words == null ? null : numbers.read(from);
        Trie.Match<Smaller> match = rest == null ? null : words.longest(text, rest.end());
        if (match == null || rest.approximate() || rest.bare()) {
            return amount;
        }
        Smaller smaller = match.value();
        boolean other = match.end() < text.length() && smaller.unless().indexOf(text.charAt(match.end())) >= 0;
        if (other || rest.value().compareTo(smaller.per()) >= 0) {
            return amount;
        }
        BigDecimal value = smaller.code().equals(amount.unit())
                ? amount.value().add(rest.value().divide(smaller.per(), MathContext.DECIMAL64))
                : amount.value().multiply(smaller.per()).add(rest.value());
        return new Whole(value, smaller.code(), match.end());
    }

    /** 一米八五, 9秒83: figures that no unit follows. */
    private Whole withDecimals(Whole amount, String text) {
        int most = DECIMALS.getOrDefault(amount.unit(), 0);
        StringBuilder figures = new StringBuilder();
        int end = amount.end();
        while (end < text.length() && figures.length() < 3 && Numerals.digit(text.charAt(end)) >= 0) {
            figures.append(Numerals.digit(text.charAt(end++)));
        }
        boolean goesOn = end < text.length()
                && (NumberReader.mayStart(text.charAt(end))
                        || ".·".indexOf(text.charAt(end)) >= 0
                        || units.startsAt(text, end));
        boolean small = amount.value().compareTo(BigDecimal.valueOf(most)) < 0
                && amount.value().scale() <= 0;
        return figures.isEmpty() || figures.length() > 2 || goesOn || !small
                ? amount
                : new Whole(new BigDecimal(amount.value().toPlainString() + "." + figures), amount.unit(), end);
    }
}
