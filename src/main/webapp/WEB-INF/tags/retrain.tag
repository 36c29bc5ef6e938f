<%@ tag description="The way to a retraining: a visitor signs in on it and then goes on." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<p class="act"><a class="button" href="<c:url value="/models/${model}/retrain"/>">Retrain</a></p>
