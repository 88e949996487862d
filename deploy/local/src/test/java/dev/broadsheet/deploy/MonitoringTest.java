package dev.broadsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private static final JsonNode PROMETHEUS = DeploymentFiles.document("deploy/monitoring/prometheus.yml");
    private static final JsonNode RULES = DeploymentFiles.document("deploy/monitoring/rules.yml");
    private static final JsonNode DASHBOARD =
            DeploymentFiles.document("deploy/monitoring/grafana/dashboards/broadsheet.json");
    private static final JsonNode COMPOSE = DeploymentFiles.document("docker-compose.yml");

    @Test
    void prometheusAsksTheServicesWhereTheyAnswer() {
        Set<String> targets = new TreeSet<>();
        for (JsonNode job : PROMETHEUS.path("scrape_configs")) {
            assertThat(job.path("metrics_path").asText()).isEqualTo("/metrics");
            job.path("static_configs")
                    .forEach(group -> group.path("targets").forEach(target -> targets.add(target.asText())));
        }
        assertThat(targets)
                .containsExactly(
                        "enrich:"
                                + COMPOSE.at("/services/enrich/environment/BROADSHEET_ENRICH_HTTP_PORT")
                                        .asText(),
                        "ingest:"
                                + COMPOSE.at("/services/ingest/environment/BROADSHEET_INGEST_HTTP_PORT")
                                        .asText());
    }

    @Test
    void prometheusFindsItsRulesWhereComposeMountsThem() {
        assertThat(COMPOSE.at("/services/prometheus/volumes").toString())
                .contains("./deploy/monitoring/rules.yml:"
                        + PROMETHEUS.path("rule_files").get(0).asText());
    }

    @Test
    void anAlertSaysWhatIsWrongAndWhereToLook() {
        List<String> names = new ArrayList<>();
        for (JsonNode group : RULES.path("groups")) {
            assertThat(group.path("name").asText()).isNotBlank();
            for (JsonNode rule : group.path("rules")) {
                rule.fieldNames()
                        .forEachRemaining(key -> assertThat(key).isIn("alert", "expr", "for", "labels", "annotations"));
                assertThat(rule.path("expr").asText()).isNotBlank();
                assertThat(rule.path("for").asText("1m")).matches("\\d+[smh]");
                assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
                assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
                assertThat(rule.at("/annotations/description").asText()).isNotBlank();
                names.add(rule.path("alert").asText());
            }
        }
        assertThat(names).hasSizeGreaterThan(3).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z]\\w+"));
    }

    @Test
    void whoForgetsDeadLettersIsToldByTheirNumberAndTheirAge() {
        assertThat(RULES.path("groups").findValuesAsText("expr"))
                .anyMatch(watched -> watched.matches("max\\(broadsheet_dead_letters_open\\) > \\d+"))
                .anyMatch(watched -> watched.matches("max\\(broadsheet_dead_letters_oldest_age_seconds\\) > .+"));
    }

    @Test
    void theDashboardAsksTheDataSourceThatIsProvisioned() {
        JsonNode source = DeploymentFiles.document("deploy/monitoring/grafana/datasources/prometheus.yml")
                .path("datasources")
                .get(0);
        List<Integer> ids = new ArrayList<>();
        for (JsonNode panel : DASHBOARD.path("panels")) {
            ids.add(panel.path("id").asInt());
            assertThat(panel.at("/datasource/uid").asText())
                    .isEqualTo(source.path("uid").asText());
            assertThat(panel.path("targets")).isNotEmpty();
            assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
                    .isLessThanOrEqualTo(24);
        }
        assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(source.path("url").asText()).isEqualTo("http://prometheus:9090");
    }

    @Test
    void grafanaFindsTheDashboardWhereComposeMountsIt() {
        String folder = DeploymentFiles.document("deploy/monitoring/grafana/dashboards/provider.yml")
                .at("/providers/0/options/path")
                .asText();
        assertThat(COMPOSE.at("/services/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .asText())
                .isEqualTo(folder + "/broadsheet.json");
        assertThat(COMPOSE.at("/services/grafana/volumes").toString()).contains(":" + folder + "/broadsheet.json:ro");
    }
}
