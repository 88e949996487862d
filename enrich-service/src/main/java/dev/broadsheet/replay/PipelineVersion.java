package dev.broadsheet.replay;

import java.lang.module.ModuleDescriptor.Version;

/**
 * A version of the program, ordered as versions are: 0.9.0 is older than 0.10.0, and 1.0.0-beta than 1.0.0.
 *
 * @param text as recorded in articles
 */
public record PipelineVersion(String text) implements Comparable<PipelineVersion> {

    /** @throws IllegalArgumentException when the text does not begin with a number */
    public PipelineVersion {
        Version.parse(text);
    }

    @Override
    public int compareTo(PipelineVersion other) {
        return Version.parse(text).compareTo(Version.parse(other.text));
    }

    @Override
    public String toString() {
        return text;
    }
}
