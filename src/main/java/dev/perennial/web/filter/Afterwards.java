package dev.perennial.web.filter;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/** What is to happen once a request has been answered, also where the answer takes its time. */
final class Afterwards implements AsyncListener {
  private final Runnable task;

  private Afterwards(Runnable task) {
    this.task = task;
  }

  /**
   * Runs the task now, or, if the request was set aside to be answered later, when that is done. To
   * be called after the chain, by the thread that ran it.
   */
  static void run(ServletRequest request, Runnable task) {
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new Afterwards(task));
    } else {
      task.run();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    task.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The end follows.
  }

  @Override
  public void onError(AsyncEvent event) {
    // The end follows.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
