// Shows the document of the API with Swagger UI. A request that is tried out carries the token of the session's form.
(() => {
  "use strict";
  const place = document.getElementById("api");
  // Swagger UI has a dark look, which waits for this class.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", follow);
  follow();
  SwaggerUIBundle({
    url: place.dataset.document,
    domNode: place,
    deepLinking: true,
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
