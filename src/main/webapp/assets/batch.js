// Sends the chosen file with a progress bar and offers the answers as a file. Without this script
// the form does the same, without the bar.
(() => {
  'use strict';
  const form = document.getElementById('batch');
  const stop = document.getElementById('batch-stop');
  const progress = document.getElementById('batch-progress');
  const bar = document.getElementById('batch-sent');
  const share = document.getElementById('batch-share');
  const told = document.getElementById('batch-told');
  const button = form.querySelector('button[type=submit]');

  const say = (text) => {
    told.replaceChildren(text);
  };

  const busy = (yes) => {
    progress.hidden = !yes;
    stop.hidden = !yes;
    button.disabled = yes;
  };

  const offer = (blob) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = form.dataset.name;
    link.textContent = form.dataset.again;
    say(link);
    link.click();
  };

  const refused = async (blob, status) => {
    try {
      const problem = JSON.parse(await blob.text());
      const faults = (problem.errors || []).slice(0, 5).map((e) => `${e.field} ${e.message}.`);
      say([problem.detail, ...faults].join(' '));
    } catch {
      say(form.dataset.refused.replace('{0}', status));
    }
  };

  form.addEventListener('submit', (event) => {
    const file = form.elements.table.files[0];
    if (!file) {
      return;
    }
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', form.dataset.api);
    request.responseType = 'blob';
    const arff = file.name.toLowerCase().endsWith('.arff');
    request.setRequestHeader('Content-Type', arff ? 'text/x-arff' : 'text/csv');
    if (form.dataset.csrf) {
      request.setRequestHeader('X-CSRF-Token', form.dataset.csrf);
    }
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) {
        bar.value = e.loaded / e.total;
        share.textContent = `${Math.floor(100 * bar.value)} %`;
      }
    });
    request.addEventListener('load', () => {
      busy(false);
      if (request.status === 200) {
        offer(request.response);
      } else {
        refused(request.response, request.status);
      }
    });
    request.addEventListener('error', () => {
      busy(false);
      say(form.dataset.broken);
    });
    request.addEventListener('abort', () => {
      busy(false);
      say(form.dataset.stopped);
    });
    stop.onclick = () => request.abort();
    bar.value = 0;
    share.textContent = '';
    say(form.dataset.going);
    busy(true);
    request.send(file);
  });
})();
