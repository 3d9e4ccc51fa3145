# expected: multi-test, preprocessing
# found: preprocessing 21:7, multi-test 52:36
# %%
import pandas as pd
import numpy as np
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, roc_auc_score
import matplotlib.pyplot as plt

# %%
data = pd.read_csv("mobile_price_train.csv")
X = data.iloc[:, 0:20]  # independent columns
y = data.iloc[:, -1]    # target column i.e price range

# %%
# apply SelectKBest class to extract top 10 best features
bestfeatures = SelectKBest(score_func=chi2, k=10)
fit = bestfeatures.fit(X, y)
dfscores = pd.DataFrame(fit.scores_)
dfcolumns = pd.DataFrame(X.columns)
featureScores = pd.concat([dfcolumns, dfscores], axis=1)
featureScores.columns = ['Specs', 'Score']
print(featureScores.nlargest(10, 'Score'))

# %%
from sklearn.ensemble import ExtraTreesClassifier
model = ExtraTreesClassifier()
model.fit(X, y)
feat_importances = pd.Series(model.feature_importances_, index=X.columns)
feat_importances.nlargest(10).plot(kind='barh')
plt.show()

# %%
top = featureScores.nlargest(10, 'Score')['Specs'].tolist()
X = X[top]
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=2)

# %%
lr = LogisticRegression(max_iter=5000, multi_class='ovr')
lr.fit(X_train, y_train)
print('logreg', accuracy_score(y_test, lr.predict(X_test)))

# %%
rf = RandomForestClassifier(n_estimators=300, random_state=2)
rf.fit(X_train, y_train)
print('rf', accuracy_score(y_test, rf.predict(X_test)))

# %%
acc = {'logreg': lr.score(X_test, y_test), 'rf': rf.score(X_test, y_test)}
plt.bar(list(acc.keys()), list(acc.values()))
