// Adds what forms cannot do alone: a signature by finger, a smaller photo, the position, a word when offline.
(function () {
  'use strict';
  const offline = document.getElementById('offline');
  const showOnline = () => { if (offline) { offline.hidden = navigator.onLine; } };
  window.addEventListener('online', showOnline);
  window.addEventListener('offline', showOnline);
  showOnline();

  const pad = document.getElementById('pad');
  if (pad) {
    const pen = pad.getContext('2d');
    const field = document.getElementById('signature');
    let path = '';
    let drawing = false;
    const place = event => {
      const box = pad.getBoundingClientRect();
      return [Math.round((event.clientX - box.left) * pad.width / box.width), Math.round((event.clientY - box.top) * pad.height / box.height)];
    };
    pen.lineWidth = 4;
    pen.lineCap = 'round';
    pad.addEventListener('pointerdown', event => {
      drawing = true;
      pad.setPointerCapture(event.pointerId);
      const [x, y] = place(event);
      pen.beginPath();
      pen.moveTo(x, y);
      path += 'M' + Math.max(0, x) + ' ' + Math.max(0, y);
    });
    pad.addEventListener('pointermove', event => {
      if (!drawing || path.length > 60000) { return; }
      const [x, y] = place(event);
      pen.lineTo(x, y);
      pen.stroke();
      path += 'L' + Math.max(0, x) + ' ' + Math.max(0, y);
      field.value = path;
    });
    pad.addEventListener('pointerup', () => { drawing = false; });
    document.getElementById('wipe').addEventListener('click', () => {
      pen.clearRect(0, 0, pad.width, pad.height);
      path = '';
      field.value = '';
    });
  }

  const photo = document.getElementById('photo');
  if (photo) {
    photo.addEventListener('change', async () => {
      const file = photo.files[0];
      if (!file || file.size < 900000 || !window.createImageBitmap) { return; }
      const image = await createImageBitmap(file);
      const scale = Math.min(1, 1280 / Math.max(image.width, image.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => {
        const smaller = new DataTransfer();
        smaller.items.add(new File([blob], 'proof.jpg', { type: 'image/jpeg' }));
        photo.files = smaller.files;
      }, 'image/jpeg', 0.8);
    });
  }

  const app = document.getElementById('courier');
  if (app && app.dataset.shift === 'true' && navigator.geolocation) {
    let last = 0;
    navigator.geolocation.watchPosition(found => {
      if (Date.now() - last < 15000) { return; }
      last = Date.now();
      fetch('/courier/here', {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ lat: found.coords.latitude, lon: found.coords.longitude, accuracyMetres: found.coords.accuracy })
      }).catch(showOnline);
    }, () => {}, { enableHighAccuracy: true });
  }
})();
