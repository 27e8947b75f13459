package dev.baton.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the parts of a page are, as the browser has laid them out, and in which colours. */
final class Picture {

  private static final String BOXES =
      """
      return [...document.querySelectorAll('.box')].map(box => {
        const {left, top, right, bottom} = box.getBoundingClientRect();
        return {name: box.dataset.box, left, top, right, bottom};
      })""";
  private static final String WHATEVER_STICKS_OUT =
      """
      const wide = document.documentElement.clientWidth;
      return [...document.querySelectorAll('body *')]
        .filter(one => !one.closest('.skip, thead, svg') && one.getClientRects().length)
        .filter(one => one.getBoundingClientRect().right > wide + 1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
        .map(one => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40))""";
  private static final double HALF_A_PIXEL = 0.5;

  private final List<Box> boxes;
  private final List<?> sticksOut;
  private final long excess;
  private final String ground;

  private Picture(List<Box> boxes, List<?> sticksOut, long excess, String ground) {
    this.boxes = boxes;
    this.sticksOut = sticksOut;
    this.excess = excess;
    this.ground = ground;
  }

  record Box(String name, double left, double top, double right, double bottom) {

    private static Box of(Object rectangle) {
      Map<?, ?> of = (Map<?, ?>) rectangle;
      return new Box(
          of.get("name").toString(),
          number(of.get("left")),
          number(of.get("top")),
          number(of.get("right")),
          number(of.get("bottom")));
    }

    private static double number(Object value) {
      return ((Number) value).doubleValue();
    }

    boolean overlaps(Box other) {
      return left < other.right - HALF_A_PIXEL
          && other.left < right - HALF_A_PIXEL
          && top < other.bottom - HALF_A_PIXEL
          && other.top < bottom - HALF_A_PIXEL;
    }
  }

  static Picture of(Browser browser) {
    List<Box> boxes = ((List<?>) browser.run(BOXES)).stream().map(Box::of).toList();
    return new Picture(
        boxes,
        (List<?>) browser.run(WHATEVER_STICKS_OUT),
        (Long) browser.run("return document.documentElement.scrollWidth - innerWidth"),
        browser.run("return getComputedStyle(document.body).backgroundColor").toString());
  }

  /** Eleven boxes, none over another, and nothing to scroll sideways for. */
  void assertFits() {
    assertThat(boxes).hasSizeGreaterThanOrEqualTo(11);
    List<String> overlaps = new ArrayList<>();
    for (Box one : boxes) {
      boxes.stream()
          .filter(other -> one != other && one.overlaps(other))
          .forEach(other -> overlaps.add(one.name() + " over " + other.name()));
    }
    assertThat(overlaps).isEmpty();
    assertThat(sticksOut).isEmpty();
    assertThat(excess).isZero();
  }

  void assertReadable(String scheme) {
    int brightness = Integer.parseInt(ground.replaceAll("\\D+(\\d+).*", "$1"));
    if (scheme.equals("dark")) {
      assertThat(brightness).isLessThan(64);
    } else {
      assertThat(brightness).isGreaterThan(192);
    }
  }
}
