// Search, the switch of colours, and buttons that copy. Pages are complete without it.
"use strict";
(() => {
  const root = document.documentElement;
  const base = root.dataset.root;

  // Colours: as the system has them, light, dark.
  const themes = ["", "light", "dark"];
  const names = { "": "as the system has them", light: "light", dark: "dark" };
  const remembered = () => {
    try {
      return localStorage.getItem("wsdl2rs-theme") || "";
    } catch {
      return "";
    }
  };
  const button = document.getElementById("theme");
  const show = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    button.setAttribute("aria-label", `Colours: ${names[theme]}`);
    button.title = button.getAttribute("aria-label");
  };
  let theme = themes.includes(remembered()) ? remembered() : "";
  show(theme);
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    show(theme);
    try {
      localStorage.setItem("wsdl2rs-theme", theme);
    } catch {
      // Pages opened from files may have no storage; the choice holds for this page.
    }
  });

  // Buttons that copy.
  for (const code of document.querySelectorAll(".code")) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = "Copy";
    copy.addEventListener("click", async () => {
      const text = code.querySelector("code").textContent;
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = "Copied";
      } catch {
        const range = document.createRange();
        range.selectNodeContents(code.querySelector("code"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        copy.textContent = "Selected";
      }
      setTimeout(() => (copy.textContent = "Copy"), 1500);
    });
    code.append(copy);
  }

  // Search. The index is loaded when it is first needed.
  const input = document.getElementById("search");
  const panel = document.querySelector(".results");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const MOST = 40;
  let rows = null;
  let selected = -1;

  const load = () =>
    new Promise((done) => {
      if (rows) return done();
      const script = document.createElement("script");
      script.src = `${base}search.js`;
      script.onload = () => {
        rows = (window.wsdl2rsIndex || []).map((row) => ({
          kind: row[0],
          name: row[1],
          path: row[2],
          text: row[3],
          lower: row[1].toLowerCase(),
          all: `${row[1]} ${row[3]}`.toLowerCase(),
        }));
        done();
      };
      document.head.append(script);
    });

  // How well a row fits; a small number is better, and none is no fit.
  const rank = (row, query, words) => {
    if (row.lower === query) return 0;
    if (row.lower.startsWith(query)) return 1;
    if (row.lower.includes(query)) return 2;
    return words.every((word) => row.all.includes(word)) ? 3 : null;
  };

  // The words around the first one that was found.
  const around = (row, words) => {
    const lower = row.text.toLowerCase();
    const at = Math.max(0, ...words.map((word) => lower.indexOf(word)));
    const from = at > 40 ? row.text.indexOf(" ", at - 40) + 1 : 0;
    return (from > 0 ? "\u2026 " : "") + row.text.slice(from, from + 110);
  };

  const choose = (index) => {
    const items = list.children;
    if (selected >= 0 && items[selected]) items[selected].setAttribute("aria-selected", "false");
    selected = index;
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    items[index].setAttribute("aria-selected", "true");
    items[index].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[index].id);
  };

  const close = () => {
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const find = async () => {
    const query = input.value.trim().toLowerCase();
    if (!query) return close();
    await load();
    const words = query.split(/\s+/);
    const found = [];
    for (const row of rows) {
      const ranked = rank(row, query, words);
      if (ranked !== null) found.push([ranked, row]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1].name.length - b[1].name.length);
    selected = -1;
    list.replaceChildren(
      ...found.slice(0, MOST).map(([ranked, row], index) => {
        const item = document.createElement("li");
        item.id = `result-${index}`;
        item.role = "option";
        item.setAttribute("aria-selected", "false");
        item.dataset.path = row.path;
        const kind = document.createElement("span");
        kind.className = "kind";
        kind.textContent = row.kind;
        item.append(kind, row.name);
        if (ranked === 3) {
          const about = document.createElement("span");
          about.className = "about";
          about.textContent = around(row, words);
          item.append(about);
        }
        return item;
      }),
    );
    panel.hidden = false;
    input.setAttribute("aria-expanded", "true");
    const count = found.length;
    status.textContent =
      count > MOST ? `${MOST} of ${count} results` : `${count || "No"} result${count === 1 ? "" : "s"}`;
    if (count) choose(0);
  };

  const open = (item) => {
    location.href = base + item.dataset.path;
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", find);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape") {
      if (panel.hidden) input.blur();
      close();
    } else if (panel.hidden || !count) {
      return;
    } else if (event.key === "ArrowDown") {
      choose((selected + 1) % count);
    } else if (event.key === "ArrowUp") {
      choose((selected + count - 1) % count);
    } else if (event.key === "Enter" && selected >= 0) {
      open(list.children[selected]);
    } else {
      return;
    }
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) open(item);
  });
  input.addEventListener("blur", close);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
