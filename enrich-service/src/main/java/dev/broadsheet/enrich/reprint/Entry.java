package dev.broadsheet.enrich.reprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the index knows of one article.
 *
 * @param neighbours articles that tell the same text, with the similarity
 * @param told the cluster it was last said to be in and how similar; empty where in none
 */
record Entry(Fingerprint fingerprint, TreeMap<String, Double> neighbours, String told) {

    double closest() {
        return neighbours.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    Entry withTold(String cluster) {
        return new Entry(fingerprint, neighbours, cluster);
    }

    byte[] toBytes() {
        byte[] print = fingerprint.toBytes();
        int size = print.length + 2 + told.getBytes(StandardCharsets.UTF_8).length + 2;
        for (String id : neighbours.keySet()) {
            size += 2 + id.getBytes(StandardCharsets.UTF_8).length + 8;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).put(print);
        putText(bytes, told);
        bytes.putShort((short) neighbours.size());
        for (Map.Entry<String, Double> neighbour : neighbours.entrySet()) {
            putText(bytes, neighbour.getKey());
            bytes.putDouble(neighbour.getValue());
        }
        return bytes.array();
    }

    static Entry read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        Fingerprint fingerprint = Fingerprint.read(bytes);
        String told = text(bytes);
        TreeMap<String, Double> neighbours = new TreeMap<>();
        for (int left = bytes.getShort(); left > 0; left--) {
            neighbours.put(text(bytes), bytes.getDouble());
        }
        return new Entry(fingerprint, neighbours, told);
    }

    private static void putText(ByteBuffer bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short) utf8.length).put(utf8);
    }

    private static String text(ByteBuffer bytes) {
        byte[] utf8 = new byte[bytes.getShort()];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
