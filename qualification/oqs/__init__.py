"""The file format of the online qualification system (オンライン資格確認): OQS XML."""
