<%@ tag description="The way to a retraining: a visitor signs in on it and then goes on." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="wanted" type="java.lang.Boolean" description="whether it is what to do now" %>
<%@ attribute name="here" type="java.lang.Boolean" description="whether it stands on the page of versions" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<p class="act"><a class="button<c:if test="${not wanted}"> second</c:if>" href="<c:url value="/models/${model}/retrain"/>"><fmt:message key="retrain.button"/></a><c:if test="${not here}">&#32;<a class="button second" href="<c:url value="/models/${model}/versions"/>"><fmt:message key="retrain.versions"/></a></c:if></p>
