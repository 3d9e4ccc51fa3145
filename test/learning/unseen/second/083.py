# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
from imblearn.under_sampling import RandomUnderSampler
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, roc_auc_score
import matplotlib.pyplot as plt
import seaborn as sns

# %%
cross = pd.read_csv('health-insurance-cross-sell/train.csv')
cross = cross.drop('id', axis=1)
cross.Response.value_counts()

# %%
fig, ax = plt.subplots(1, 2, figsize=(12, 4))
sns.kdeplot(data=cross, x='Age', hue='Response', ax=ax[0])
sns.countplot(data=cross, x='Vehicle_Damage', hue='Response', ax=ax[1])

# %%
cross['Gender'] = cross['Gender'].map({'Male': 1, 'Female': 0})
cross['Vehicle_Damage'] = cross['Vehicle_Damage'].map({'Yes': 1, 'No': 0})
cross['Vehicle_Age'] = cross['Vehicle_Age'].map({'< 1 Year': 0, '1-2 Year': 1, '> 2 Years': 2})
cross['premium_log'] = np.log(cross['Annual_Premium'])

# %%
X, y = cross.drop('Response', axis=1), cross['Response']
rus = RandomUnderSampler(random_state=0)
X, y = rus.fit_resample(X, y)
print(X.shape, y.mean())

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.25, random_state=0)
rf = RandomForestClassifier(n_estimators=250, max_depth=10, n_jobs=-1, random_state=0)
rf.fit(X_train, y_train)

# %%
print(classification_report(y_test, rf.predict(X_test)))
print('AUC', roc_auc_score(y_test, rf.predict_proba(X_test)[:, 1]))

# %%
pd.Series(rf.feature_importances_, X.columns).nlargest(8).plot.barh()
