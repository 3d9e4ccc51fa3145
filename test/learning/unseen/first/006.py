# expected: multi-test
# found: multi-test 61:19
# %% [markdown]
# # Telco Customer Churn
# ### Which customers are going to leave?

# %%
import pandas as pd, numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import RandomForestClassifier, AdaBoostClassifier
from sklearn import metrics
import xgboost as xgb

# %%
churn = pd.read_csv('WA_Fn-UseC_-Telco-Customer-Churn.csv')
churn.columns

# %%
churn['TotalCharges'] = pd.to_numeric(churn['TotalCharges'], errors='coerce')
churn = churn.dropna()
churn.drop('customerID', axis=1, inplace=True)
churn['Churn'] = churn['Churn'].map({'Yes': 1, 'No': 0})

# %%
for col in ['gender', 'Partner', 'Contract', 'PaymentMethod']:
    plt.figure(figsize=(6, 3))
    sns.countplot(x=col, hue='Churn', data=churn)
    plt.xticks(rotation=30)
    plt.show()

# %%
df_dummies = pd.get_dummies(churn)
plt.figure(figsize=(15, 8))
df_dummies.corr()['Churn'].sort_values(ascending=False).plot(kind='bar')

# %%
y = df_dummies['Churn'].values
X = df_dummies.drop(columns=['Churn'])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=101)

# %%
models = {}
models['Logistic Regression'] = LogisticRegression(max_iter=5000)
models['Naive Bayes'] = GaussianNB()
models['Decision Tree'] = DecisionTreeClassifier(max_depth=6)
models['Random Forest'] = RandomForestClassifier(n_estimators=1000, oob_score=True, n_jobs=-1, max_features="auto")
models['AdaBoost'] = AdaBoostClassifier()
models['XGB'] = xgb.XGBClassifier(n_estimators=200)

# %%
accuracy, precision, recall = {}, {}, {}
for key in models.keys():
    # Fit the classifier
    models[key].fit(X_train, y_train)
    # Make predictions
    predictions = models[key].predict(X_test)
    # Calculate metrics
    accuracy[key] = metrics.accuracy_score(predictions, y_test)
    precision[key] = metrics.precision_score(predictions, y_test)
    recall[key] = metrics.recall_score(predictions, y_test)

# %%
df_model = pd.DataFrame(index=models.keys(), columns=['Accuracy', 'Precision', 'Recall'])
df_model['Accuracy'] = accuracy.values()
df_model['Precision'] = precision.values()
df_model['Recall'] = recall.values()
df_model

# %%
ax = df_model.plot.barh()
ax.legend(ncol=len(models.keys()), bbox_to_anchor=(0, 1), loc='lower left', prop={'size': 14})
plt.tight_layout()

# %% [markdown]
# AdaBoost is the best model, so we will use that one in production.
