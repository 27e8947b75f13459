package dev.baton.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

  @TempDir private Path folder;

  @Test
  void aLineIsThereBeforeTheMethodReturns() throws Exception {
    try (AuditFile file = new AuditFile(folder.resolve("logs/audit.log"), 1_000, 2)) {
      file.append("one");
      file.append("two");

      assertThat(folder.resolve("logs/audit.log")).hasContent("one\ntwo\n");
    }
  }

  @Test
  void aRestartKeepsWhatIsThere() throws Exception {
    Path path = folder.resolve("audit.log");
    for (int i = 0; i < 2; i++) {
      try (AuditFile file = new AuditFile(path, 1_000, 2)) {
        file.append("line");
      }
    }

    assertThat(path).hasContent("line\nline\n");
  }

  @Test
  void aFullFileMakesRoomAndTheOldestGoes() throws Exception {
    try (AuditFile file = new AuditFile(folder.resolve("audit.log"), 10, 2)) {
      for (int i = 0; i < 5; i++) {
        file.append("line " + i + "..");
      }
    }

    assertThat(names()).containsExactlyInAnyOrder("audit.log", "audit.log.1", "audit.log.2");
    assertThat(folder.resolve("audit.log")).hasContent("line 4..");
    assertThat(folder.resolve("audit.log.1")).hasContent("line 3..");
    assertThat(folder.resolve("audit.log.2")).hasContent("line 2..");
  }

  @Test
  void aDiskThatTakesNothingStopsNobody() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    try (AuditFile file = new AuditFile(blocked.resolve("audit.log"), 10, 2)) {
      assertThatCode(() -> file.append("line")).doesNotThrowAnyException();
    }
  }

  @Test
  void itGoesOnWhenTheDiskTakesMoreAgain() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    try (AuditFile file = new AuditFile(blocked.resolve("audit.log"), 10, 2)) {
      file.append("lost");
      Files.delete(blocked);
      file.append("kept");
    }

    assertThat(folder.resolve("blocked/audit.log")).hasContent("kept");
  }

  @Test
  void withoutBoundsItGrows() throws Exception {
    try (AuditFile file = new AuditFile(folder.resolve("audit.log"), 0, 2)) {
      for (int i = 0; i < 5; i++) {
        file.append("line " + i);
      }
    }

    assertThat(names()).containsExactly("audit.log");
    assertThat(Files.readAllLines(folder.resolve("audit.log"))).hasSize(5);
  }

  @Test
  void withoutBoundsItFollowsWhoeverMovesTheFileAway() throws Exception {
    Path path = folder.resolve("audit.log");
    try (AuditFile file = new AuditFile(path, 0, 2)) {
      file.append("before");
      Files.move(path, folder.resolve("audit.log.1"));
      Files.createFile(path);
      Thread.sleep(1_100);
      file.append("after");
    }

    assertThat(path).hasContent("after");
    assertThat(folder.resolve("audit.log.1")).hasContent("before");
  }

  private Stream<String> names() throws IOException {
    return Files.list(folder).map(path -> path.getFileName().toString());
  }
}
