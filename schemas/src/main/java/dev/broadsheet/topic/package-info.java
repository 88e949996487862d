/**
 * The topics, declared once.
 *
 * <p>{@link dev.broadsheet.topic.Topics} is the one place that says which topics there are, what they carry and how
 * they are kept; services, tests, the local mode and the manifests read it. {@link dev.broadsheet.topic.TopicAdmin}
 * brings a cluster in line with it or says what differs. Nothing here changes a topic that exists: on a cluster shared
 * with others that is an operator's decision.
 */
package dev.broadsheet.topic;
