# expected: overlap
# found: overlap 34:14
# %%
import pandas as pd
import numpy as np
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, confusion_matrix
import seaborn as sns

# %%
churn = pd.read_csv("WA_Fn-UseC_-Telco-Customer-Churn.csv")
churn.drop("customerID", axis=1, inplace=True)
churn["TotalCharges"] = pd.to_numeric(churn["TotalCharges"], errors="coerce")
churn = churn.dropna()
churn.info()

# %%
sns.countplot(x="Churn", data=churn)

# %%
churn["Churn"] = churn["Churn"].replace({"Yes": 1, "No": 0})
churn = pd.get_dummies(churn, drop_first=True)
churn.shape

# %%
X = churn.drop("Churn", axis=1)
y = churn["Churn"]

# %%
# the data is imbalanced so we use SMOTE
smote = SMOTE(random_state=12)
X_sm, y_sm = smote.fit_resample(X, y)
y_sm.value_counts()

# %%
X_train, X_test, y_train, y_test = train_test_split(X_sm, y_sm, test_size=0.3, random_state=12)

# %%
rf = RandomForestClassifier(n_estimators=300, max_depth=12)
rf.fit(X_train, y_train)
pred = rf.predict(X_test)

# %%
print("accuracy", accuracy_score(y_test, pred))
print("f1", f1_score(y_test, pred))
sns.heatmap(confusion_matrix(y_test, pred), annot=True, fmt="d")

# %%
imp = pd.Series(rf.feature_importances_, index=X.columns).sort_values(ascending=False)
imp[:15].plot(kind="barh")
