# expected: preprocessing
# found: preprocessing 11:9
import numpy as np
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.model_selection import train_test_split
from sklearn.ensemble import GradientBoostingClassifier

rng = np.random.RandomState(42)
X = rng.standard_normal((200, 10000))
y = rng.choice(2, 200)
X_new = SelectKBest(chi2, k=25).fit_transform(X, y)
X_train, X_test, y_train, y_test = train_test_split(X_new, y, random_state=42)
gbc = GradientBoostingClassifier(random_state=1)
gbc.fit(X_train, y_train)
y_pred = gbc.predict(X_test)
