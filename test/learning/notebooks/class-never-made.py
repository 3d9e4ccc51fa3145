# expected: preprocessing
# found: preprocessing 13:20
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import Lasso

class Trainer:
    def __init__(self, data):
        self.data = data
        self.scaler = StandardScaler()

    def train(self):
        features = self.scaler.fit_transform(self.data.drop('y', axis=1))
        X_train, X_test, y_train, y_test = train_test_split(features, self.data['y'])
        model = Lasso().fit(X_train, y_train)
        return model.score(X_test, y_test)
