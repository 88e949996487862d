package dev.broadsheet.topology;

import java.util.function.Supplier;

/** Makes its value when it is first asked for, once for all tasks of a topology: models are large. */
final class Shared<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T value;

    Shared(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
