// Draws the board's map. The lists beside it say the same, so nothing is lost without scripts.
(function () {
  'use strict';
  const COLOURS = ['#0b6e4f', '#2460c8', '#c2410c', '#7c3aed', '#b4236d', '#0e7490', '#a16207', '#4d7c0f', '#9f1239', '#334155'];
  const ROADS = { motorway: ['#f2c879', 6], trunk: ['#f2c879', 5.5], primary: ['#f6dba4', 5], secondary: ['#fbeccb', 4.2], tertiary: ['#ffffff', 3.6] };
  const element = document.getElementById('map');
  if (!element || !window.ol) { return; }

  const fill = colour => new ol.style.Fill({ color: colour });
  const line = (colour, width, dash) => new ol.style.Stroke({ color: colour, width: width, lineCap: 'round', lineJoin: 'round', lineDash: dash });
  const water = new ol.style.Style({ fill: fill('#bcd9e8'), stroke: line('#bcd9e8', 1) });
  const wards = new ol.style.Style({ stroke: line('#d9d3c7', 1, [4, 6]) });
  const closed = new ol.style.Style({ fill: fill('rgba(164,38,44,0.14)'), stroke: line('#a4262c', 1.5, [6, 4]) });

  function ground(feature, resolution) {
    switch (feature.get('layer')) {
      case 'water': return water;
      case 'wards': return wards;
      case 'zones': return closed;
      default: {
        const [colour, width] = ROADS[feature.get('class')] || ['#ffffff', feature.get('class') === 'alley' || feature.get('class') === 'service' ? 1.2 : 2.4];
        const scale = Math.min(2.2, Math.max(0.45, 6 / resolution));
        const style = [new ol.style.Style({ stroke: line('#d8d2c4', width * scale + 1.4), zIndex: 1 }), new ol.style.Style({ stroke: line(colour, width * scale), zIndex: 2 })];
        if (resolution < 2.5 && feature.get('name') && width > 2) {
          style.push(new ol.style.Style({
            text: new ol.style.Text({ text: feature.get('name'), placement: 'line', font: '12px system-ui, sans-serif', fill: fill('#6d675a'), stroke: line('#fbfaf6', 3) }), zIndex: 3
          }));
        }
        return style;
      }
    }
  }

  const base = new ol.layer.VectorTile({
    declutter: true,
    source: new ol.source.VectorTile({
      format: new ol.format.MVT(), url: '/tiles/{z}/{x}/{y}.mvt', minZoom: 10, maxZoom: 16,
      attributions: element.dataset.credit || undefined
    }),
    style: ground
  });
  const overlay = new ol.source.Vector();
  let selected = '';

  function drawn(feature) {
    const kind = feature.get('kind');
    const colour = COLOURS[feature.get('colour') || 0];
    const route = feature.get('route');
    const faded = selected && route && route !== selected;
    const strong = selected && route === selected;
    if (kind === 'line') {
      return [new ol.style.Style({ stroke: line('rgba(255,255,255,' + (faded ? 0.2 : 0.9) + ')', strong ? 9 : 6), zIndex: strong ? 9 : 4 }),
        new ol.style.Style({ stroke: line(faded ? colour + '40' : colour, strong ? 5 : 3), zIndex: strong ? 10 : 5 })];
    }
    if (kind === 'stop') {
      const over = feature.get('progress') === 'DELIVERED' || feature.get('progress') === 'FAILED';
      return new ol.style.Style({
        image: new ol.style.Circle({ radius: strong ? 12 : 10, fill: fill(over ? '#ffffff' : colour), stroke: line(feature.get('late') ? '#a4262c' : over ? colour : '#ffffff', feature.get('late') ? 3 : 2) }),
        text: new ol.style.Text({ text: feature.get('progress') === 'DELIVERED' ? '✓' : feature.get('progress') === 'FAILED' ? '✕' : String(feature.get('number')), font: 'bold 11px system-ui, sans-serif', fill: fill(over ? colour : '#ffffff') }),
        zIndex: faded ? 11 : strong ? 30 : 20
      });
    }
    if (kind === 'courier') {
      return [new ol.style.Style({ image: new ol.style.Circle({ radius: 15, fill: fill(colour + '33') }), zIndex: 39 }),
        new ol.style.Style({
          image: new ol.style.RegularShape({ points: 4, radius: 11, angle: 0, fill: fill(colour), stroke: line('#ffffff', 2.5) }),
          text: new ol.style.Text({ text: feature.get('courier'), offsetY: -22, font: 'bold 12px system-ui, sans-serif', fill: fill('#1b2a24'), stroke: line('#ffffff', 4) }), zIndex: 40
        })];
    }
    if (kind === 'depot') {
      return new ol.style.Style({
        image: new ol.style.RegularShape({ points: 4, radius: 13, angle: Math.PI / 4, fill: fill('#1b2a24'), stroke: line('#ffd166', 3) }), zIndex: 35
      });
    }
    return new ol.style.Style({ image: new ol.style.Circle({ radius: 6, fill: fill('#ffffff'), stroke: line('#9a5b00', 3) }), zIndex: 12 });
  }

  const map = new ol.Map({
    target: element,
    layers: [base, new ol.layer.Vector({ source: overlay, style: drawn })],
    view: new ol.View({ zoom: 13, minZoom: 10, maxZoom: 18 })
  });

  const at = (lon, lat) => new ol.geom.Point(ol.proj.fromLonLat([lon, lat]));
  let fitted = false;

  async function refresh() {
    try {
      const answer = await fetch('/board/map', { headers: { Accept: 'application/json' } });
      if (!answer.ok) { return; }
      draw(await answer.json());
    } catch (offline) {
      element.dataset.offline = 'true';
    }
  }

  function draw(view) {
    const features = [new ol.Feature({ kind: 'depot', geometry: at(view.depot.lon, view.depot.lat) })];
    for (const place of view.waiting) {
      features.push(new ol.Feature({ kind: 'waiting', geometry: at(place.lon, place.lat) }));
    }
    for (const route of view.routes) {
      const shared = { colour: route.colour, route: route.id };
      features.push(new ol.Feature({ ...shared, kind: 'line', geometry: new ol.geom.LineString(route.line.map(c => ol.proj.fromLonLat(c))) }));
      for (const stop of route.stops) {
        features.push(new ol.Feature({ ...shared, kind: 'stop', number: stop.number, late: stop.late, progress: stop.progress, geometry: at(stop.lon, stop.lat) }));
      }
      if (route.position) {
        features.push(new ol.Feature({ ...shared, kind: 'courier', courier: route.courier, geometry: at(route.position.lon, route.position.lat) }));
      }
    }
    overlay.clear(true);
    overlay.addFeatures(features);
    if (!fitted) {
      fitted = true;
      const extent = overlay.getExtent();
      map.getView().fit(extent, { padding: [50, 50, 50, 50], maxZoom: 15 });
    }
  }

  function readSelection() {
    const list = document.getElementById('routes');
    const now = list ? list.dataset.route : '';
    if (now !== selected) {
      selected = now;
      overlay.changed();
    }
  }

  map.on('click', event => {
    const route = map.forEachFeatureAtPixel(event.pixel, feature => feature.get('route'), { hitTolerance: 6 });
    const link = route && document.getElementById('r-' + route);
    if (link) { link.click(); link.focus(); }
  });

  // j and k walk through the routes, Enter opens one, as the list does by itself with Tab.
  document.addEventListener('keydown', event => {
    if (event.target.matches('input, textarea, select') || (event.key !== 'j' && event.key !== 'k')) { return; }
    const links = [...document.querySelectorAll('.routehead')];
    const here = links.indexOf(document.activeElement);
    const next = event.key === 'j' ? Math.min(links.length - 1, here + 1) : Math.max(0, here - 1);
    if (links[next]) { links[next].focus(); }
  });

  document.body.addEventListener('htmx:afterSwap', readSelection);
  readSelection();
  refresh();
  setInterval(refresh, 3000);
})();
