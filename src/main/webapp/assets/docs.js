// Shows the document of the API with Swagger UI. A request that is tried out carries the token of the session's form.
(() => {
  "use strict";
  const place = document.getElementById("api");
  // Swagger UI has a dark look, which waits for this class.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", follow);
  follow();
  // The page has its main part, and knows its only server; a button holds no link that can be reached by itself.
  const plain = system => {
    const h = system.React.createElement;
    const Ours = ({ getComponent, specSelectors }) => {
      const part = name => h(getComponent(name, true));
      const ready = specSelectors.specStr() && specSelectors.loadingStatus() === "success";
      const row = (...parts) => h("div", { className: "wrapper" }, ...parts);
      return h("div", { className: "swagger-ui" }, part("SvgAssets"), row(part("errors")),
        ready && row(part("InfoContainer"), part("AuthorizeBtnContainer")),
        ready && row(part("operations")), ready && row(part("Models")));
    };
    return { components: { Ours, DeepLink: ({ text }) => h("span", null, text) } };
  };
  // What Swagger UI leaves without a name, a place among the headings or a way in from the keyboard.
  const set = (element, attribute, value) => {
    if (element.getAttribute(attribute) !== value) {
      element.setAttribute(attribute, value);
    }
  };
  const all = (selector, mend) => place.querySelectorAll(selector).forEach(mend);
  const mend = () => {
    all(".info h1, .info h2", title => set(title, "aria-level", "2"));
    all("tr[data-param-name] :is(input, select, textarea)",
      field => set(field, "aria-label", field.closest("tr").dataset.paramName));
    all("textarea.body-param__text", field => set(field, "aria-label", place.dataset.body));
    all("table[role=region], table[aria-live]", table => set(table, "aria-label",
      `${table.closest(".opblock").querySelector(".opblock-summary-path").textContent} ${table.className}`));
    all("pre", code => set(code, "tabindex", "0"));
  };
  new MutationObserver(mend).observe(place, { childList: true, subtree: true });
  SwaggerUIBundle({
    url: place.dataset.document,
    domNode: place,
    plugins: [plain],
    layout: "Ours",
    deepLinking: true,
    // The default theme's red is hard to read.
    syntaxHighlight: { theme: "tomorrow-night" },
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    requestInterceptor: request => {
      if (place.dataset.csrf) {
        request.headers["X-CSRF-Token"] = place.dataset.csrf;
      }
      return request;
    },
  });
})();
