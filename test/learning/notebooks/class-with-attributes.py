# expected: preprocessing
# found: preprocessing 15:13
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.ensemble import RandomForestRegressor

class Experiment:
    def __init__(self, path):
        self.df = pd.read_csv(path)
        self.scaler = StandardScaler()
        self.model = RandomForestRegressor()

    def prepare(self):
        X = self.scaler.fit_transform(self.df.drop(columns=['y']))
        self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(X, self.df['y'])

    def run(self):
        self.prepare()
        self.model.fit(self.X_train, self.y_train)
        return self.model.score(self.X_test, self.y_test)

experiment = Experiment('d.csv')
print(experiment.run())
